// Statements in our own words that reports find hard to show.

import { input } from "./browser.mjs";

const kOverride = "\u202e";
const kIsolate = "\u2067";

/** Two records whose every field tries to break out of its place. */
export function hostile() {
  const attack = '<script>window.broken = 1</script>"><img src=x onerror="window.broken=2">';
  const tail = `</style></title></textarea><svg onload="window.broken=3">' onclick='window.broken=4`;
  const word = "unbreakable".repeat(60);
  const text = (count) =>
    `The shout ${attack} was heard. In the harbour fire at Solna ${count} sailors were killed. ` +
    `The sign ${attack} was seen.\n\n` +
    `The ministry said ${kOverride}drawkcab${kIsolate} &lt;b&gt; &amp; ${word} ${tail}.\n\n` +
    `Bell \u0007 and escape \u001b[31m and line\u2028separator stay quiet in the harbour. ` +
    `javascript:window.broken=5 is no link [x](javascript:window.broken=6).\n`;
  const line = (id, count) => JSON.stringify({
    id: `${id}"><script>window.broken=7</script>`, text: text(count), title: `${attack}${kOverride}`,
    source: `Ministry ${id} ${attack}${tail}`, date: `2024-01-01${attack}`
  });
  return input("<b onclick=x>'&quot;.jsonl", `${line("one", 14)}\n${line("two", 17)}\n`);
}

export function arabic() {
  return [
    input("ar-a.txt", "\u0642\u0627\u0644\u062a \u0648\u0632\u0627\u0631\u0629 \u0627\u0644\u0635\u062d\u0629 \u0625\u0646 14 \u0634\u062e\u0635\u0627 \u0642\u062a\u0644\u0648\u0627 \u0641\u064a \u0627\u0644\u062d\u0631\u064a\u0642.\n\n\u0646\u062f\u064a\u0646 \u0627\u0644\u0647\u062c\u0648\u0645 \u0639\u0644\u0649 \u0627\u0644\u0645\u0633\u062a\u0634\u0641\u0649.\n"),
    input("ar-b.txt", "\u0642\u0627\u0644\u062a \u0627\u0644\u0634\u0631\u0637\u0629 \u0625\u0646 17 \u0634\u062e\u0635\u0627 \u0642\u062a\u0644\u0648\u0627 \u0641\u064a \u0627\u0644\u062d\u0631\u064a\u0642.\n\n\u0646\u062f\u064a\u0646 \u0627\u0644\u0647\u062c\u0648\u0645 \u0639\u0644\u0649 \u0627\u0644\u0645\u062f\u0631\u0633\u0629.\n")
  ];
}

export function armenian() {
  return [
    input("hy-a.txt", "\u0546\u0561\u056d\u0561\u0580\u0561\u0580\u0578\u0582\u0569\u0575\u0578\u0582\u0576\u0568 \u0570\u0561\u0575\u057f\u0561\u0580\u0561\u0580\u0578\u0582\u0574 \u0567, \u0578\u0580 14 \u0574\u0561\u0580\u0564 \u0566\u0578\u0570\u057e\u0565\u0581 \u0570\u0580\u0564\u0565\u0570\u056b\u0581\u0589\n"),
    input("hy-b.txt", "\u0546\u0561\u056d\u0561\u0580\u0561\u0580\u0578\u0582\u0569\u0575\u0578\u0582\u0576\u0568 \u0570\u0561\u0575\u057f\u0561\u0580\u0561\u0580\u0578\u0582\u0574 \u0567, \u0578\u0580 17 \u0574\u0561\u0580\u0564 \u0566\u0578\u0570\u057e\u0565\u0581 \u0570\u0580\u0564\u0565\u0570\u056b\u0581\u0589\n")
  ];
}

/** Two long statements: sentence n begins with a word AlphaN and ends with OmegaN on both sides. */
export function long() {
  const statement = (other) => Array.from({ length: 24 }, (_, i) => {
    const n = i + 1;
    const schools = other && n % 3 === 0 ? n + 50 : n + 20;
    return `Alpha${n} district reported that ${schools} schools were closed after the storm of 4 March, and its ` +
      `council thanked ${other ? "all" : "the"} volunteers for their patient help with the roofs, the roads, the ` +
      "water pumps and the two bridges, and for the warm meals that they carried every evening to families " +
      `whose houses stood without light or heating through that long and bitter week in the valleys of Omega${n}.`;
  }).join("\n\n");
  return [input("long-a.txt", statement(false)), input("long-b.txt", statement(true))];
}

/** More sources than fit beside each other. */
export function broad() {
  const lines = Array.from({ length: 12 }, (_, i) => JSON.stringify({
    id: `s${i}`, source: `Ministry of Works of Province ${i + 1}`,
    text: `In the collapse of the Tervo bridge ${10 + (i % 3)} workers were killed. ` +
      (i % 2 === 0 ? "We demand an inquiry into the collapse." : "We reject an inquiry into the collapse.")
  }));
  return input("broad.jsonl", lines.join("\n") + "\n");
}

/** Numbers below a bound, the same each time. */
function numbers(seed) {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * below);
  };
}

const kPlaces = ["Lunde", "Tervo", "Solna", "Marvik", "Odrin", "Castel Rua", "Pellworth", "Zarnitz", "Halden Pass",
  "Ibarra Sound", "Northmoor", "Quenby", "Vasto Hill", "Ettersund", "Brae Water", "Korvala"];
const kBodies = ["harbour authority", "water board", "railway company", "grain council", "border guard", "teachers' union",
  "flood service", "energy regulator", "fishing fleet", "mountain rescue", "customs office", "forest agency"];
const kThings = ["bridge", "reservoir", "ferry line", "power station", "school building", "rail tunnel", "grain silo",
  "border post", "fishing quota", "hospital wing", "coastal road", "cable car", "observatory", "irrigation canal"];
const kEvents = ["collapse", "opening", "flooding", "repair", "inspection", "closure", "fire", "blockade", "sale", "survey"];
const kAims = ["a full inquiry", "new safety rules", "fair compensation", "more staff on every shift", "lower fees for families",
  "an earlier warning system", "open books on every contract", "a second opinion from engineers abroad"];
const kWords = ["patient", "costly", "regional", "coastal", "urgent", "provisional", "seasonal", "shared", "modest",
  "binding", "technical", "voluntary", "rural", "joint", "delayed", "public"];
const kNouns = ["budget", "timetable", "agreement", "register", "commission", "archive", "workshop", "licence", "fund",
  "forecast", "charter", "training", "supply", "harvest", "census", "dialogue"];

/** Sentences about one event; `fact` numbers may differ from one telling to the next. */
function paragraph(random) {
  const one = (list) => list[random(list.length)];
  const event = `${one(kEvents)} of the ${one(kPlaces)} ${one(kThings)}`;
  const body = one(kBodies);
  return (count) => [
    `In the ${event} ${count} people were injured, the ${body} reported on Tuesday.`,
    `The ${body} asks the government for ${one(kAims)} and a ${one(kWords)} ${one(kNouns)} by the end of the year.`,
    `Its members support the ${one(kWords)} ${one(kNouns)} that ${one(kPlaces)} and ${one(kPlaces)} signed in spring.`,
    `A ${one(kWords)} ${one(kNouns)} for ${one(kPlaces)} would cost ${10 + random(90)} million crowns over ${2 + random(8)} years.`,
    `Nobody at the ${one(kThings)} in ${one(kPlaces)} had expected the ${one(kWords)} ${one(kNouns)}.`
  ];
}

/** Statements of `sources` sources over two years that repeat each other now and then, with other figures. */
export function collection(name, statements, sources) {
  const random = numbers(statements);
  const said = [];
  const lines = [];
  for (let d = 0; d < statements; ++d) {
    const paragraphs = [];
    for (let p = 0; p < 3 + random(4); ++p) {
      const old = said.length > 0 && random(3) === 0 ? said[random(said.length)] : null;
      const count = 11 + random(80);
      const sentences = old ? old.slice() : paragraph(random)(count).slice(0, 3 + random(3));
      if (old && random(2) === 0) {
        sentences[0] = sentences[0].replace(/\d+ people/, `${count} people`);
      }
      if (!old) {
        said.push(sentences);
      }
      paragraphs.push(sentences.join(" "));
    }
    const day = new Date(Date.UTC(2024, 0, 1 + random(730))).toISOString().slice(0, 10);
    lines.push(JSON.stringify({
      id: `s${d + 1}`, source: `Ministry of Works of Province ${1 + random(sources)}`, date: day, text: paragraphs.join("\n\n")
    }));
  }
  return input(`${name}.jsonl`, lines.join("\n") + "\n");
}
