// The HTML report in a real browser: node check_report.mjs [PARALLAX]

import assert from "node:assert/strict";
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { checkBatch, makeBatches } from "./batch.mjs";
import { close, open, printed, report, sample, start, stop } from "./browser.mjs";
import { arabic, armenian, broad, hostile, long } from "./inputs.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const reports = {};

before(async () => {
  const incident = [sample("border-incident/ministry-a.txt"), sample("border-incident/ministry-b.txt")];
  reports.pair = report("pair", ...incident);
  reports.same = report("same", incident[0], incident[0]);
  reports.many = report("many", ...["arvenia", "keria", "norland"].map((n) => sample(`river-dam/${n}.txt`)));
  reports.article = report("article", sample("article/ferry.txt"));
  reports.accepted = report("accepted", sample("renderings/english-service.txt"),
    sample("renderings/press-office.txt"), "--baseline", sample("renderings/accepted.json"));
  reports.hostile = report("hostile", hostile(), "--lang", "en");
  reports.arabic = report("arabic", ...arabic());
  reports.armenian = report("armenian", ...armenian());
  reports.long = report("long", ...long());
  reports.broad = report("broad", broad());
  makeBatches(reports);
  await start();
});
after(stop);

/** Runs `body` with the page of a report and checks that nothing bad happened on it. */
async function on(name, options, body) {
  const page = await open(reports[name], options);
  await body(page);
  // Asking for fonts makes Chromium's inspector read the file of the page itself once more; where its sandbox is on, it
  // complains of that.
  const inspector = /^console: Unsafe attempt to load URL (file:\S+) from frame with URL \1\./;
  const trouble = page.inspected ? page.trouble.filter((text) => !inspector.test(text)) : page.trouble;
  assert.deepEqual(trouble, [], `${name}: what happened on the page`);
  await close(page);
}

const inViewport = (id) => {
  const box = document.getElementById(id).getBoundingClientRect();
  return box.height > 0 && box.bottom > 0 && box.top < innerHeight;
};

/** Waits until the element of that id is in view: links are followed in their own time. */
async function comes(page, id) {
  for (let i = 0; i < 100; ++i) {
    if (await page.evaluate(inViewport, id)) {
      return;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  assert.fail(`#${id} does not come into view`);
}

test("every report passes WCAG A and AA in light and dark", async () => {
  for (const name of Object.keys(reports)) {
    for (const scheme of ["light", "dark"]) {
      await on(name, { scheme, bypassCSP: true }, async (page) => {
        await page.evaluate(axe);
        const result = await page.evaluate(async () => {
          document.querySelectorAll("details").forEach((d) => { d.open = true; });
          return window.axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
        });
        const found = result.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(" ")}`);
        assert.deepEqual(found, [], `${name}, ${scheme}`);
        assert.ok(result.passes.length > 10, `${name}: axe looked at something`);
      });
    }
  }
});

test("nothing is wider than a telephone of 360 pixels", async () => {
  for (const name of Object.keys(reports)) {
    for (const width of [360, 768]) {
      await on(name, { width }, async (page) => {
        const wide = await page.evaluate(() => {
          document.querySelectorAll("details").forEach((d) => { d.open = true; });
          const out = document.documentElement.scrollWidth > innerWidth ? ["the page scrolls sideways"] : [];
          for (const e of document.querySelectorAll("main *, header *, nav *, footer *")) {
            const box = e.getBoundingClientRect();
            const clipped = e.closest(".scroll, .unseen, .skip, thead");
            if (box.width > 0 && !clipped && (box.right > innerWidth + 1 || box.left < -1)) {
              out.push(`${e.tagName}.${e.className} ${box.left} to ${box.right}`);
            }
          }
          return out.slice(0, 5);
        });
        assert.deepEqual(wide, [], `${name} at ${width}`);
      });
    }
  }
});

test("the policy forbids every way out", async () => {
  const page = await open(reports.pair);
  const blocked = await page.evaluate(async () => {
    const violations = [];
    document.addEventListener("securitypolicyviolation", (e) => violations.push(e.effectiveDirective));
    await fetch("http://127.0.0.1:9/x").catch(() => {});
    const add = (tag, set) => { const e = document.createElement(tag); set(e); document.body.append(e); };
    add("img", (e) => { e.src = "http://127.0.0.1:9/x.png"; });
    add("script", (e) => { e.textContent = "window.broken = 1"; });
    add("style", (e) => { e.textContent = "body { display: none }"; });
    add("iframe", (e) => { e.src = "http://127.0.0.1:9/"; });
    await new Promise((done) => setTimeout(done, 300));
    return { violations, broken: window.broken, display: getComputedStyle(document.body).display };
  });
  for (const directive of ["connect-src", "img-src", "script-src-elem", "style-src-elem", "frame-src"]) {
    assert.ok(blocked.violations.includes(directive), `${directive} in ${blocked.violations}`);
  }
  assert.equal(blocked.broken, undefined);
  assert.equal(blocked.display, "block");
  assert.deepEqual(page.trouble.filter((t) => t.startsWith("request") && !t.includes("127.0.0.1:9")), []);
  await close(page);
});

test("every link leads to something, and every id stands once", async () => {
  for (const name of Object.keys(reports)) {
    await on(name, {}, async (page) => {
      const { lost, doubled, outward, count } = await page.evaluate(() => {
        const links = [...document.querySelectorAll("a")].map((a) => a.getAttribute("href"));
        const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
        return {
          count: links.length,
          outward: links.filter((h) => !h || !h.startsWith("#")),
          lost: links.filter((h) => h && h.startsWith("#") && !document.getElementById(h.slice(1))),
          doubled: ids.filter((id, i) => ids.indexOf(id) !== i)
        };
      });
      assert.deepEqual({ lost, doubled, outward }, { lost: [], doubled: [], outward: [] }, name);
      assert.ok(count > 5, name);
    });
  }
});

test("a finding leads to its passage, the passage to its partner and back to the finding", async () => {
  await on("pair", {}, async (page) => {
    const finding = page.locator("#d1");
    const target = (await finding.locator(".side .place").first().getAttribute("href")).slice(1);
    const partner = (await finding.locator(".side .place").nth(1).getAttribute("href")).slice(1);
    await finding.locator(".side .place").first().click();
    await comes(page, target);
    await page.locator(`#${target} + .refs a[href="#${partner}"]`).click();
    await comes(page, partner);
    assert.equal(await page.evaluate(() => document.querySelector(":target").id), partner);
    await page.locator(`#${partner} + .refs a[href="#${target}"]`).click();
    await comes(page, target);
    await page.locator(`#${target} + .refs a[href="#d1"]`).click();
    await comes(page, "d1");
  });
});

test("a cell of the table leads to the text, and the text back to the row", async () => {
  await on("many", {}, async (page) => {
    const link = page.locator("#r1 td .place").first();
    const target = (await link.getAttribute("href")).slice(1);
    await link.click();
    await comes(page, target);
    await page.locator(`#${target} + .refs a[href="#r1"]`).click();
    await comes(page, "r1");
  });
});

const visible = (page) => page.locator(".finding:visible").evaluateAll((all) => all.map((f) => f.id));

test("divergences are filtered and ordered by mouse", async () => {
  await on("pair", {}, async (page) => {
    assert.deepEqual(await visible(page), ["d1", "d2", "d3", "d4"]);
    await page.getByLabel("notes 2").uncheck();
    assert.deepEqual(await visible(page), ["d1", "d2"]);
    assert.equal(await page.getByRole("status").innerText(), "2 of 4 divergences shown");
    await page.getByLabel("notes 2").check();
    await page.getByLabel("Kind", { exact: true }).selectOption("scope");
    assert.deepEqual(await visible(page), ["d4"]);
    await page.getByLabel("Kind", { exact: true }).selectOption("");
    await page.getByLabel("Order", { exact: true }).selectOption("left");
    assert.deepEqual(await visible(page), ["d4", "d1", "d2", "d3"]);
    await page.getByLabel("Order", { exact: true }).selectOption("sure");
    assert.deepEqual(await visible(page), ["d2", "d1", "d3", "d4"]);
    // A link to a divergence that is filtered away brings it back.
    await page.getByLabel("conflicts 2").uncheck();
    assert.deepEqual(await visible(page), ["d3", "d4"]);
    await page.locator('.refs a[href="#d1"]').first().click();
    await comes(page, "d1");
    assert.deepEqual(await visible(page), ["d1", "d2", "d3", "d4"]);
  });
  await on("article", {}, async (page) => {
    const all = (await visible(page)).length;
    await page.getByLabel("Source", { exact: true }).selectOption("B");
    const some = await page.locator(".finding:visible").evaluateAll((list) => list.map((f) => f.dataset.sources));
    assert.ok(some.length > 0 && some.length < all);
    assert.ok(some.every((sources) => sources.split(" ").includes("B")));
  });
});

async function tabTo(page, matches) {
  for (let i = 0; i < 80; ++i) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(matches)) {
      return;
    }
  }
  assert.fail(`no stop of the Tab key matches ${matches}`);
}

test("everything works by keyboard, and focus is seen", async () => {
  await on("pair", {}, async (page) => {
    await page.keyboard.press("Tab");
    const skip = await page.evaluate(() => {
      const e = document.activeElement;
      return { name: e.className, left: e.getBoundingClientRect().left };
    });
    assert.equal(skip.name, "skip");
    assert.ok(skip.left >= 0, "the skip link shows itself");
    await page.keyboard.press("Enter");
    assert.equal(await page.evaluate(() => document.activeElement.id), "main");
    await tabTo(page, () => document.activeElement.value === "conflict");
    const outline = await page.evaluate(() => parseFloat(getComputedStyle(document.activeElement).outlineWidth));
    assert.ok(outline >= 2);
    await page.keyboard.press("Space");
    assert.deepEqual(await visible(page), ["d3", "d4"]);
    await page.keyboard.press("Space");
    await tabTo(page, () => document.activeElement.name === "kind");
    await page.keyboard.press("ArrowDown");
    assert.deepEqual(await visible(page), ["d1", "d2"]);
    await tabTo(page, () => document.activeElement.tagName === "SUMMARY");
    await page.keyboard.press("Enter");
    assert.ok(await page.evaluate(() => document.activeElement.parentElement.open));
    await tabTo(page, () => document.activeElement.matches(".side .place"));
    const target = await page.evaluate(() => document.activeElement.getAttribute("href").slice(1));
    await page.keyboard.press("Enter");
    await comes(page, target);
  });
});

test("without scripts everything is there, on screen and on paper", async () => {
  await on("pair", { script: false }, async (page) => {
    assert.equal(await page.locator(".filter").isVisible(), false);
    assert.equal(await page.locator(".finding:visible").count(), 4);
    assert.equal(await page.locator(".text .claim:visible").count(), 24);
    await page.locator("#d1 summary").click();
    assert.ok(await page.locator("#d1 dl").isVisible());
    const text = (await printed(page, "unscripted")).join("\n");
    assert.equal(text.match(/Fingerprint/g).length, 4, "folded evidence is printed");
  });
});

test("paper shows what is folded, and cuts no row and no finding", async () => {
  for (const script of [true, false]) {
    await on("long", { script }, async (page) => {
      // What is said about a finding names words of its passages: only the passages are counted.
      await page.locator(".told, .slot").evaluateAll((all) => all.forEach((e) => e.remove()));
      const sheets = await printed(page, `long-${script}`);
      assert.ok(sheets.length > 6);
      const whole = sheets.join("\f");
      assert.ok(!whole.includes("divergences shown"), "the filter is not printed");
      const findings = await page.locator(".finding").count();
      assert.ok(findings >= 8);
      assert.equal(whole.match(/Fingerprint/g).length, findings);
      const begin = whole.indexOf("Divergences");
      const end = whole.indexOf("Full texts");
      assert.ok(begin > 0 && end > begin);
      let rows = 0;
      for (const sheet of whole.slice(begin, end).split("\f")) {
        assert.equal(sheet.match(/\bsure \d+ %/g)?.length, sheet.match(/\bFingerprint\b/g)?.length, "a finding is cut");
        for (let n = 1; n <= 24; ++n) {
          const first = sheet.match(new RegExp(`Alpha${n}\\b`, "g"))?.length ?? 0;
          const last = sheet.match(new RegExp(`Omega${n}\\b`, "g"))?.length ?? 0;
          assert.equal(first, last, `row ${n} is cut`);
          rows += first;
        }
      }
      assert.ok(rows >= 48, "every row is printed");
    });
  }
});

test("a table of many columns is printed as a list with nothing lost", async () => {
  await on("broad", {}, async (page) => {
    const text = (await printed(page, "broad")).join("\n");
    for (let i = 1; i <= 12; ++i) {
      assert.ok(text.includes(`Province ${i}`), `source ${i}`);
    }
    await page.emulateMedia({ media: "print" });
    const hidden = await page.locator(".grid td:not(.silent)").evaluateAll((cells) =>
      cells.filter((c) => c.getBoundingClientRect().width < 10).length);
    assert.equal(hidden, 0);
  });
});

test("pictures keep their shape", async () => {
  await on("pair", { width: 360 }, async (page) => {
    const [box, view] = await page.locator(".map svg").evaluate((svg) => {
      const b = svg.getBoundingClientRect();
      return [b.width / b.height, svg.viewBox.baseVal.width / svg.viewBox.baseVal.height];
    });
    assert.ok(Math.abs(box / view - 1) < 0.02, `${box} instead of ${view}`);
  });
});

test("hostile text stays text", async () => {
  await on("hostile", {}, async (page) => {
    await page.mouse.click(400, 400);
    const seen = await page.evaluate(() => ({
      broken: window.broken,
      scripts: document.querySelectorAll("script").length,
      styles: document.querySelectorAll("style").length,
      images: document.querySelectorAll("img, iframe, object, textarea").length,
      handlers: [...document.querySelectorAll("*")].filter((e) =>
        [...e.attributes].some((a) => a.name.startsWith("on") || a.value.startsWith("javascript:"))).length,
      control: /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.textContent),
      text: document.querySelector("#texts").textContent,
      title: document.title
    }));
    assert.equal(seen.broken, undefined);
    assert.deepEqual([seen.scripts, seen.styles, seen.images, seen.handlers], [1, 1, 0, 0]);
    assert.equal(seen.control, false, "control and bidi characters are shown as pictures");
    assert.ok(seen.text.includes("<script>window.broken = 1</script>"), "and the text is all there");
    assert.ok(seen.text.includes("&lt;"), "entities are not decoded twice");
    assert.ok(seen.title.includes("<script>"));
    assert.ok(await page.locator(".finding blockquote", { hasText: "<script>" }).count() > 0);
  });
});

async function fontsOf(page, selector) {
  const session = await page.context().newCDPSession(page);
  await session.send("DOM.enable");
  await session.send("CSS.enable");
  const { root: top } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: top.nodeId, selector });
  page.inspected = true;
  const { fonts } = await session.send("CSS.getPlatformFontsForNode", { nodeId });
  return fonts.map((f) => f.familyName).join(", ");
}

test("Arabic runs from right to left in its own letters", async () => {
  await on("arabic", {}, async (page) => {
    const first = await page.locator(".pairs td p").first().evaluate((p) => {
      const range = document.createRange();
      const text = [...p.childNodes].find((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim());
      const at = text.textContent.search(/\S/);
      range.setStart(text, at);
      range.setEnd(text, at + 1);
      const letter = range.getBoundingClientRect();
      const box = p.getBoundingClientRect();
      return { direction: getComputedStyle(p).direction, lang: p.lang, fromRight: box.right - letter.right, width: box.width };
    });
    assert.equal(first.direction, "rtl");
    assert.equal(first.lang, "ar");
    assert.ok(first.fromRight < first.width / 3, "the first word stands at the right");
    assert.match(await fontsOf(page, ".text p .claim"), /Arabic|Naskh|Kufi|Nastaliq|DejaVu/);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "ltr");
    const links = await page.locator(".place").evaluateAll((all) => all.map((a) => getComputedStyle(a).direction));
    assert.ok(links.every((d) => d === "ltr"));
  });
});

test("Armenian is shown in its own letters", async () => {
  await on("armenian", {}, async (page) => {
    assert.match(await fontsOf(page, ".text p .claim"), /Armenian|DejaVu/);
    assert.equal(await page.locator(".text p .claim").first().evaluate((e) => getComputedStyle(e).direction), "ltr");
  });
});

test("two statements of a page make less than 150 KB", async () => {
  const bytes = statSync(reports.long).size;
  assert.ok(long().every((file) => statSync(file).size > 8000), "each side is over two pages of text");
  assert.ok(bytes < 150 * 1024, `${bytes} bytes`);
});

checkBatch({ on, comes, tabTo, fontsOf, reports });
