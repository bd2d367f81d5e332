-- The sheet of companies is called as companies are everywhere: 单位.
update templates set name = '单位资料'
where id = '00000000-0000-4000-8000-000000007603' and name = '公司资料';
