-- Parts of names by an index: the pairs of characters of a folded name, the last one alone too.
create function name_pairs(folded text) returns tsvector language sql immutable parallel safe as $$
  select array_to_tsvector(array(
    select distinct substr(folded, n, 2) from generate_series(1, length(folded)) n))
$$;
alter table customers add name_words tsvector not null generated always as (name_pairs(name_folded)) stored;
create index customers_words on customers using gin (name_words);
alter table companies add name_words tsvector not null generated always as (name_pairs(name_folded)) stored;
create index companies_words on companies using gin (name_words);
create index customers_company on customers (company_id) where company_id is not null;
