create table partner(id text primary key, region text, bookings text, growth number);
insert into partner values
 ('A', 'NA', '300', 1), ('B', 'NA', '100', 2), ('C', 'EMEA', '200', 1), ('D', 'EMEA', '0', 1),
 ('E', 'APAC', '-50', 1), ('F', 'LATAM', NULL, 1), ('G', NULL, NULL, 1);
