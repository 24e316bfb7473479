#!/usr/bin/env python3
"""Writes src/rulebook/books/holidays-id.toml: Indonesia's national holidays and joint leave (cuti bersama).

    python3 -m venv /tmp/hv && /tmp/hv/bin/pip install holidays==0.109
    npm install --prefix /tmp/dh date-holidays@3.37.0
    node src/bin/xtask/holidays/crosscheck.mjs /tmp/dh FIRST LAST > /tmp/dh/dates.txt
    /tmp/hv/bin/python src/bin/xtask/holidays/generate.py FIRST LAST /tmp/dh/dates.txt \\
        > src/rulebook/books/holidays-id.toml

The Python package is the source; the npm package is the second opinion. A day is `settled` when the package
does not call it an estimate and either its year already has joint leave (so the ministers' joint decree is out)
or the holiday does not depend on the moon. Days on which the two packages disagree are written down, not hidden.
"""

import sys

import holidays

FIRST, LAST, SECOND_OPINION = int(sys.argv[1]), int(sys.argv[2]), sys.argv[3]
MOON = ("Idul", "Islam", "Maulid", "Isra")
ESTIMATE_ID, ESTIMATE_EN = " (perkiraan)", " (estimated)"


def table(category, language):
    return holidays.Indonesia(years=range(FIRST, LAST + 1), categories=(category,), language=language)


def main():
    public = table("public", "id"), table("public", "en_US")
    joint = table("government", "id"), table("government", "en_US")
    announced = max(day.year for day in joint[0])
    second = {line.strip() for line in open(SECOND_OPINION, encoding="utf-8") if line.strip()}
    first = {day.isoformat() for day in public[0]}

    print("# Hari libur nasional dan cuti bersama Indonesia. Dibuat oleh src/bin/xtask/holidays/generate.py; jangan diubah tangan.")
    print("[calendar]")
    print(f"first_year = {FIRST}\nlast_year = {LAST}\nannounced_until = {announced}")
    print(f'source = "PyPI holidays {holidays.__version__}, Indonesia; dicocokkan dengan npm date-holidays 3.37.0"')
    print(f"only_in_source = {sorted(first - second)}".replace("'", '"'))
    print(f"only_in_second_opinion = {sorted(second - first)}".replace("'", '"'))

    days = {day: ("national", *names) for day, *names in zip(public[0], public[0].values(), public[1].values())}
    for day, *names in zip(joint[0], joint[0].values(), joint[1].values()):
        days.setdefault(day, ("joint", *names))
    for day in sorted(days):
        kind, name_id, name_en = days[day]
        lunar = day.year > announced and any(word in name_id for word in MOON)
        settled = ESTIMATE_ID not in name_id and not lunar
        name_id, name_en = name_id.replace(ESTIMATE_ID, ""), name_en.replace(ESTIMATE_EN, "")
        print(f'\n[[holiday]]\nday = "{day}"\nkind = "{kind}"\nsettled = {str(settled).lower()}')
        print(f'id = "{name_id}"\nen = "{name_en}"')


main()
