create table partner(id text primary key, name text, belongs_to text);
create table deal(id integer primary key, partner_id text, closed_on text, amount text, score number);
insert into partner values
 ('Z', 'Top of all', NULL), ('B', 'Below Z', 'Z'), ('C', 'Below B', 'B'), ('D', 'Below B too', 'B'),
 ('A', 'Alone', ''),
 ('L', 'In a circle', 'M'), ('M', 'In a circle too', 'N'), ('N', 'And it', 'L'), ('O', 'Below the circle', 'M'),
 ('S', 'Its own', 'S'), ('U', 'Below nobody known', 'X'), ('V', 'Below U', 'U');
insert into deal values
 (1, 'Z', '2026-01-10', '1.10', NULL), (2, 'B', '2026-03-10', '20', 3), (3, 'C', '2026-01-11', '300', 7),
 (4, 'D', '2026-03-11', '-5', NULL), (5, 'A', '2026-01-12', '50', NULL), (6, 'L', '2026-01-12', '900', 9),
 (7, 'O', '2026-01-12', '10', 2), (8, 'V', '2026-01-12', '400', 1), (9, 'U', '2026-01-12', '400', 1);
