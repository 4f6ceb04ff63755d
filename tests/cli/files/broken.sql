UPDATE deal SET amount = 'a lot' WHERE id = 5;
