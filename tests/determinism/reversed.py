"""reversed.py FROM TO - a copy of a SQLite database, its rows inserted in reverse order of row id.

An INTEGER PRIMARY KEY, which SQLite stores its rows by, becomes an INT one, so that a plain scan really
meets the rows in another order. Tables without a primary key keep their row ids, which rules may use to
name rows.
"""

import os
import re
import sqlite3
import sys


def quoted(name):
    return '"' + name.replace('"', '""') + '"'


def copy_table(source, target, table):
    columns = source.execute(f"PRAGMA table_info({quoted(table)})").fetchall()
    names = [quoted(column[1]) for column in columns]
    has_key = any(column[5] for column in columns)
    try:
        source.execute(f"SELECT rowid FROM {quoted(table)} LIMIT 1")
        order = "rowid"
    except sqlite3.OperationalError:  # WITHOUT ROWID
        order = ", ".join(f"{quoted(column[1])} DESC" for column in columns if column[5])
    if order == "rowid" and not has_key:
        names.append("rowid")
    listed = ", ".join(names)
    direction = "rowid DESC" if order == "rowid" else order
    rows = source.execute(f"SELECT {listed} FROM {quoted(table)} ORDER BY {direction}")
    marks = ", ".join("?" for _ in names)
    target.executemany(f"INSERT INTO {quoted(table)} ({listed}) VALUES ({marks})", rows)


def main(source_path, target_path):
    if os.path.exists(target_path):
        os.remove(target_path)
    source, target = sqlite3.connect(source_path), sqlite3.connect(target_path)
    made = source.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL "
                          "AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY rowid").fetchall()
    for kind, name, sql in made:
        if kind == "table":
            target.execute(re.sub(r"\bINTEGER PRIMARY KEY\b", "INT PRIMARY KEY", sql, flags=re.I))
            copy_table(source, target, name)
    for kind, name, sql in made:
        if kind != "table":
            target.execute(sql)
    target.commit()


main(*sys.argv[1:])
