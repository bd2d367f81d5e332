-- The four that every desk needs; an administrator renames, adds and archives.
insert into request_types (id, key, name_zh, name_en, position) values
  ('0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a0001', 'inquiry', '咨询', 'Inquiry', 1),
  ('0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a0002', 'complaint', '投诉', 'Complaint', 2),
  ('0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a0003', 'repair', '报修', 'Repair', 3),
  ('0b8f6c1e-5d3a-4b0e-9a53-6f2f0c1a0004', 'suggestion', '建议', 'Suggestion', 4);
