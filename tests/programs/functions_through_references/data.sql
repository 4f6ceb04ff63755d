create table partner (id text primary key, area text);
insert into partner values ('A', 'net'), ('B', NULL), ('C', 'net');
create table deal (id integer primary key, partner_id text, closed_on text, amount int, product text);
insert into deal values
 (1, 'A', '2026-01-05', 1000, 'P1'),
 (2, 'A', '2026-02-05', 500,  'P2'),
 (3, 'B', '2026-01-05', 300,  NULL),
 (4, 'B', '2026-01-06', 100,  'P2'),
 (5, 'A', '2027-01-01', 100,  'P9');
create table product (id text primary key, family text, price int, currency text, maker text);
insert into product values ('P1', 'SEC', 40, 'USD', 'M1'), ('P2', 'NET', 300, 'EUR', 'M2');
create table maker (code text primary key, country text, since text);
insert into maker values ('M1', 'US', '1999-04-01'), ('M2', NULL, '1985-12-31');
create table area (name text primary key, weight text, lead text);
insert into area values ('net', '1.5', 'Ada');
