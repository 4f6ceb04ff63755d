create table partner (id text primary key, name text, region text, tier text, joined_on text, active int, headcount int);
insert into partner values
 ('A', 'Ada',  'EMEA', 'base', '2026-03-05', 1, 250),
 ('B', 'Bob',  'NA',   'best', '2020-01-01', 0, 10),
 ('C', 'Cy',   NULL,   NULL,   NULL,         1, 9),
 ('D', 'Di', NULL,   NULL,   NULL,         NULL, NULL);
create table deal (id integer primary key, partner_id text, closed_on text, amount int, product text);
insert into deal values
 (1, 'A', '2026-01-02', 100, 'X'),
 (2, 'A', '2026-01-03', 300, 'large'),
 (3, 'B', '2026-01-04', 50,  'Y');
