create table partner(id text primary key, region text, x number, pool text, floor text, ceiling text);
insert into partner values
 ('A', 'NA', 1, '100', '0', '999'), ('B', 'LATAM', 1, '7', '0', '999'), ('C', 'EMEA', 1, '50', NULL, '999'),
 ('D', 'EMEA', 1, '50.01', '5', '4'), ('E', 'NA', 3, '100.000', '0', '999'), ('F', 'APAC', 0, NULL, NULL, NULL);
