#!/usr/bin/env python3
"""More text of the same kind: resample.py CORPUS COUNT OUTPUT writes COUNT paragraphs, one a line, each of as many
sentences as a random paragraph of CORPUS has, every sentence drawn from anywhere in CORPUS. Seeded: the same bytes."""

import random
import re
import sys


def main():
    if len(sys.argv) != 4 or not sys.argv[2].isdigit():
        sys.exit(__doc__)
    with open(sys.argv[1], encoding="utf-8") as stream:
        paragraphs = [re.split(r"(?<=[.!?]) +", line.strip()) for line in stream if line.strip()]
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    source = random.Random(1)
    with open(sys.argv[3], "w", encoding="utf-8") as output:
        for _ in range(int(sys.argv[2])):
            count = len(source.choice(paragraphs))
            output.write(" ".join(source.choice(sentences) for _ in range(count)) + "\n")


if __name__ == "__main__":
    main()
