create table partner(id text primary key, region text, volume text);
create table deal(id integer primary key, partner_id text, closed_on text, amount text, score number);
insert into partner values
 ('A', 'NA', '40'), ('B', 'NA', '40.0000000001'), ('C', 'EMEA', '39'), ('D', 'EMEA', '41'),
 ('E', NULL, NULL), ('F', 'APAC', '1');
insert into deal values
 (1, 'A', '2026-01-10', '300', 4), (2, 'A', '2026-03-10', '200', NULL),
 (3, 'B', '2026-01-11', '500', 5), (4, 'C', '2026-03-11', '100', NULL),
 (5, 'D', '2026-01-12', '50', 4), (6, 'E', '2026-01-12', '900', NULL),
 (7, 'F', '2026-01-12', '10', 2);
