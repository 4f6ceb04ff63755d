create table partner(id text primary key, name text, belongs_to text);
