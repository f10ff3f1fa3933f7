"""Packs the exports of a day. Nothing of it is real: it is here to be scanned."""

import subprocess


def pack(day: str) -> None:
    """The planted weakness: whoever chooses the day chooses the command."""
    subprocess.run(f"tar -czf /tmp/orders-{day}.tgz exports", shell=True, check=True)
