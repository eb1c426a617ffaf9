// What is checked of the page of a batch alone; check_report.mjs checks what holds for every report.

import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { test } from "node:test";

import { batch, close, input, open, printed } from "./browser.mjs";
import { arabic, armenian, collection, hostile } from "./inputs.mjs";

let large = null;

/** Adds the pages that every check of check_report.mjs looks at. */
export function makeBatches(reports) {
  reports.batch = batch("batch", collection("forty", 40, 5));
  reports.batchHostile = batch("batch-hostile", hostile(), "--lang", "en", "--min-terms", "2");
  const letters = ["--min-terms", "2", "--threshold", "0.1"];
  reports.batchArabic = batch("batch-arabic", ...arabic(), ...letters);
  reports.batchArmenian = batch("batch-armenian", ...armenian(), ...letters);
  reports.batchAlone = batch("batch-alone", input("alone.txt", "Nobody else says anything about this new bridge."));
  large = batch("large", collection("thousand", 1000, 25));
}

const kTable = ".top";
const rows = (page) => page.locator(`${kTable} tbody:visible`).evaluateAll((all) => all.map((b) => ({ id: b.id, ...b.dataset })));
const status = (page) => page.locator("#pairs .shown").innerText();

/** True if what comes later is never smaller; what has no value comes last. */
function ascending(values) {
  const known = values.filter((v) => v !== "");
  return values.slice(known.length).every((v) => v === "") &&
    known.every((v, i) => i === 0 || known[i - 1] <= v);
}

export function checkBatch({ on, comes, tabTo, fontsOf, reports }) {
  test("batch: pairs are sorted by mouse, both ways", async () => {
    await on("batch", {}, async (page) => {
      const before = await rows(page);
      assert.ok(before.length > 20);
      assert.ok(ascending(before.map((r) => -r.near)), "most similar first");
      const head = (name) => page.locator(`${kTable} th`).filter({ has: page.getByRole("button", { name, exact: true }) });
      assert.equal(await head("Similarity").getAttribute("aria-sort"), "descending");
      await page.getByRole("button", { name: "Similarity", exact: true }).click();
      assert.equal(await head("Similarity").getAttribute("aria-sort"), "ascending");
      assert.ok(ascending((await rows(page)).map((r) => +r.near)));
      for (const [name, key] of [["A", "one"], ["B", "two"], ["Date of A", "dayOne"], ["Date of B", "dayTwo"]]) {
        await page.getByRole("button", { name, exact: true }).click();
        assert.equal(await head(name).getAttribute("aria-sort"), "ascending");
        assert.ok(ascending((await rows(page)).map((r) => r[key])), name);
        assert.equal(await page.locator(`${kTable} [aria-sort]`).count(), 1);
      }
      await page.getByRole("button", { name: "Divergence", exact: true }).click();
      assert.ok(ascending((await rows(page)).map((r) => +r.grave)));
      await page.locator("#pairs-order").selectOption("near");
      assert.deepEqual((await rows(page)).map((r) => r.id), before.map((r) => r.id));
      assert.equal(await head("Similarity").getAttribute("aria-sort"), "descending");
    });
  });

  test("batch: pairs are filtered by source, date and kind", async () => {
    await on("batch", {}, async (page) => {
      const all = await rows(page);
      assert.equal(await status(page), `All ${all.length} pairs shown`);
      const form = page.locator("#pairs form");
      const source = await form.locator("#pairs-source option").nth(2).getAttribute("value");
      await form.locator("#pairs-source").selectOption(source);
      let some = await rows(page);
      assert.ok(some.length > 0 && some.length < all.length);
      assert.ok(some.every((r) => r.sources.split(" ").includes(source)));
      assert.equal(await status(page), `${some.length} of ${all.length} pairs shown`);
      await form.locator("#pairs-source").selectOption("");
      await form.getByLabel("Dated from").fill("2025-01-01");
      await form.getByLabel("to", { exact: true }).fill("2025-06-30");
      some = await rows(page);
      const within = (day) => day >= "2025-01-01" && day <= "2025-06-30";
      assert.equal(some.length, all.filter((r) => r.days.split(" ").some(within)).length);
      assert.ok(some.length > 0 && some.length < all.length);
      await form.getByLabel("Dated from").fill("");
      await form.getByLabel("to", { exact: true }).fill("");
      await form.locator("#pairs-kind").selectOption("number");
      some = await rows(page);
      assert.ok(some.length > 0 && some.every((r) => r.kinds.split(" ").includes("number")));
      await form.locator("#pairs-kind").selectOption("-");
      some = await rows(page);
      assert.equal(some.length, all.filter((r) => r.kinds === "").length);
      assert.ok(some.length > 0 && some.length < all.length);
      // A link from a divergence brings its pair back, unfolded.
      const link = page.locator(".finding a.place").first();
      const target = (await link.getAttribute("href")).slice(1);
      assert.equal(await page.locator(`#${target}`).isVisible(), false);
      await link.click();
      await comes(page, target);
      assert.ok(await page.locator(`#${target} details`).evaluate((d) => d.open));
      assert.equal((await rows(page)).length, all.length);
    });
  });

  test("batch: sorting, filtering and unfolding by keyboard", async () => {
    await on("batch", {}, async (page) => {
      const all = await rows(page);
      await page.locator("#similarity summary").focus();
      await tabTo(page, () => document.activeElement.id === "pairs-kind");
      await page.keyboard.press("ArrowDown");
      const found = await rows(page);
      assert.ok(found.length > 0 && found.length < all.length && found.every((r) => r.kinds !== ""));
      await page.keyboard.press("ArrowUp");
      assert.equal((await rows(page)).length, all.length);
      await tabTo(page, () => document.activeElement.classList.contains("sort"));
      const outline = await page.evaluate(() => parseFloat(getComputedStyle(document.activeElement).outlineWidth));
      assert.ok(outline >= 2, "focus is seen");
      await page.keyboard.press("Enter");
      assert.ok(ascending((await rows(page)).map((r) => +r.near)), "the first press turns the order round");
      await page.keyboard.press("Space");
      assert.ok(ascending((await rows(page)).map((r) => -r.near)));
      assert.ok(await page.evaluate(() => document.activeElement.classList.contains("sort")), "focus stays");
      await tabTo(page, () => document.activeElement.tagName === "SUMMARY");
      await page.keyboard.press("Enter");
      assert.ok(await page.evaluate(() => document.activeElement.parentElement.open));
    });
  });

  test("batch: a telephone sorts by the form, and no hidden button takes the focus", async () => {
    await on("batch", { width: 360 }, async (page) => {
      assert.equal(await page.locator(".sort:visible").count(), 0);
      await page.locator("#pairs-order").selectOption("dayOne");
      assert.ok(ascending((await rows(page)).map((r) => r.dayOne)));
    });
  });

  test("batch: a pair unfolds into its passages with the differing words marked", async () => {
    await on("batch", {}, async (page) => {
      const id = await page.locator(`${kTable} tbody[data-kinds~="number"]`).first().getAttribute("id");
      const pair = page.locator(`#${id}`);
      assert.equal(await pair.locator("blockquote").first().isVisible(), false);
      await pair.locator("summary").click();
      assert.equal(await pair.locator("blockquote:visible").count(), 2);
      assert.ok(await pair.locator("mark:visible").count() >= 2);
      assert.match(await pair.locator(".because").innerText(), /^Near because both say/);
    });
  });

  test("batch: without scripts everything is there", async () => {
    await on("batch", { script: false }, async (page) => {
      assert.equal(await page.locator(".filter:visible").count(), 0);
      assert.equal(await page.locator(".sort").count(), 0);
      const pairs = await page.locator(`${kTable} tbody`).count();
      assert.ok(pairs > 20);
      assert.equal(await page.locator(`${kTable} tbody:visible`).count(), pairs);
      await page.locator(`${kTable} summary`).first().click();
      assert.ok(await page.locator(`${kTable} blockquote`).first().isVisible());
      assert.ok(await page.locator(".heat image").isVisible());
      assert.ok(await page.locator("#similarity .plot svg").isVisible());
    });
  });

  test("batch: paper shows what is folded and cuts no pair", async () => {
    for (const script of [true, false]) {
      await on("batch", { script }, async (page) => {
        const pairs = await page.locator(`${kTable} tbody`).count();
        const sheets = await printed(page, `batch-${script}`);
        const whole = sheets.join("\f");
        assert.ok(!whole.includes("pairs shown"), "the filter is not printed");
        let begun = 0;
        for (const sheet of sheets) {
          const first = sheet.match(/^ *P\d+ /gm)?.length ?? 0;
          const last = sheet.match(/\bNear because\b/g)?.length ?? 0;
          assert.equal(first, last, `a pair is cut:\n${sheet}`);
          begun += first;
        }
        assert.equal(begun, pairs, "every pair is printed");
        const findings = await page.locator(".finding").count();
        assert.equal(whole.match(/\bsure [<>]?\d+ %/g).length, findings);
        for (const sheet of sheets) {
          assert.equal(sheet.match(/\bsure [<>]?\d+ %/g)?.length, sheet.match(/\bComparable because\b/g)?.length,
            "a finding is cut");
        }
      });
    }
  });

  test("batch: the time line shows who was first and who came later, and its rows are those of the list", async () => {
    for (const width of [1100, 360]) {
      await on("batch", { width }, async (page) => {
        await page.locator("#wording .time svg").scrollIntoViewIfNeeded();
        const seen = await page.locator("#wording .time svg").evaluate((svg) => {
          const marks = (name) => [...svg.querySelectorAll(name)].map((m) => ({ y: +m.getAttribute("cy"), x: +m.getAttribute("cx") }));
          const texts = [...svg.querySelectorAll("text.major")].map((t) => t.textContent);
          const box = svg.getBoundingClientRect();
          return {
            first: marks(".first"), again: [...svg.querySelectorAll(".again")].flatMap((path) =>
              [...path.getAttribute("d").matchAll(/M([\d.]+) (\d+)h0/g)].map(([, x, y]) => ({ x: +x, y: +y }))), labels: texts.filter((t) => /^F\d+$/.test(t)),
            inside: box.left >= 0 && box.right <= document.documentElement.clientWidth,
            named: svg.getAttribute("role") === "img" && svg.querySelector("title").textContent.length > 0,
            told: [...svg.querySelectorAll(".first title")].every((t) => t.textContent.includes(":"))
          };
        });
        assert.ok(seen.inside && seen.named && seen.told);
        assert.ok(seen.labels.length > 1 && seen.again.length > 1, JSON.stringify(seen));
        for (const first of seen.first) {
          assert.ok(seen.again.every((again) => again.y !== first.y || again.x > first.x), "the first stands leftmost");
        }
        const listed = await page.locator("#wording .cluster h4 .id").allTextContents();
        assert.deepEqual(seen.labels, listed.slice(0, seen.labels.length));
      });
    }
  });

  test("batch: cells of the heat map are square, and the picture is as large as its rows", async () => {
    for (const width of [1280, 360]) {
      await on("batch", { width }, async (page) => {
        const seen = await page.locator(".heat image").evaluate(async (image) => {
          const picture = new Image();
          picture.src = image.getAttribute("href");
          await picture.decode();
          const box = image.getBoundingClientRect();
          return { width: box.width, height: box.height, columns: picture.naturalWidth, rows: picture.naturalHeight };
        });
        assert.ok(seen.columns > 10);
        const ratio = (seen.width / seen.columns) / (seen.height / seen.rows);
        assert.ok(Math.abs(ratio - 1) < 0.01, `a cell of ${ratio} to 1`);
        assert.ok(seen.width > 200);
        assert.match(await page.locator("#map .lead").innerText(), new RegExp(`^${seen.rows} rows`));
        const plot = await page.locator("#similarity .plot svg").evaluate((svg) => {
          const b = svg.getBoundingClientRect();
          return b.width / b.height / (svg.viewBox.baseVal.width / svg.viewBox.baseVal.height);
        });
        assert.ok(Math.abs(plot - 1) < 0.02);
      });
    }
  });

  test("batch: the heat map is dark where units are alike, and light on dark paper", async () => {
    const filters = {};
    for (const scheme of ["light", "dark"]) {
      await on("batch", { scheme }, async (page) => {
        filters[scheme] = await page.locator(".heat image").evaluate((i) => getComputedStyle(i).filter);
        const cells = await page.locator(".heat image").evaluate(async (image) => {
          const picture = new Image();
          picture.src = image.getAttribute("href");
          await picture.decode();
          const canvas = document.createElement("canvas");
          canvas.width = picture.naturalWidth;
          canvas.height = picture.naturalHeight;
          const context = canvas.getContext("2d", { willReadFrequently: true });
          context.drawImage(picture, 0, 0);
          const at = (x, y) => [...context.getImageData(x, y, 1, 1).data].slice(0, 3);
          const same = Array.from({ length: canvas.width }, (_, k) => at(k, k));
          let symmetric = true;
          for (let k = 1; k < canvas.width; ++k) {
            symmetric &&= String(at(k, 0)) === String(at(0, k));
          }
          return { same, symmetric };
        });
        assert.ok(cells.symmetric);
        assert.ok(cells.same.every((c) => String(c) === "196,196,196"), "the diagonal is grey");
      });
    }
    assert.equal(filters.light, "none");
    assert.notEqual(filters.dark, "none");
  });

  test("batch: hostile text stays text", async () => {
    await on("batchHostile", {}, async (page) => {
      await page.mouse.click(400, 400);
      const seen = await page.evaluate(() => ({
        broken: window.broken,
        scripts: document.querySelectorAll("script").length,
        foreign: document.querySelectorAll("img, iframe, object, textarea").length,
        handlers: [...document.querySelectorAll("*")].filter((e) =>
          [...e.attributes].some((a) => a.name.startsWith("on") || a.value.startsWith("javascript:"))).length,
        control: /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(document.documentElement.textContent)
      }));
      assert.equal(seen.broken, undefined);
      assert.deepEqual([seen.scripts, seen.foreign, seen.handlers, seen.control], [1, 0, 0, false]);
      assert.ok(await page.locator("blockquote", { hasText: "<script>" }).count() > 0, "and the text is all there");
    });
  });

  test("batch: Arabic runs from right to left in its own letters, Armenian in its own", async () => {
    await on("batchArabic", {}, async (page) => {
      await page.locator("details").evaluateAll((all) => all.forEach((d) => { d.open = true; }));
      const quotes = await page.locator(`${kTable} blockquote`).evaluateAll((all) =>
        all.map((q) => ({ direction: getComputedStyle(q).direction, lang: q.lang })));
      assert.ok(quotes.length >= 2);
      assert.ok(quotes.every((q) => q.direction === "rtl" && q.lang === "ar"));
      assert.equal(await page.evaluate(() => getComputedStyle(document.body).direction), "ltr");
      assert.match(await fontsOf(page, ".top blockquote p"), /Arabic|Naskh|Kufi|Nastaliq|DejaVu/);
    });
    await on("batchArmenian", {}, async (page) => {
      await page.locator("details").evaluateAll((all) => all.forEach((d) => { d.open = true; }));
      assert.match(await fontsOf(page, ".top blockquote p"), /Armenian|DejaVu/);
    });
  });

  test("batch: a thousand statements make less than 1.5 MB and say what is left out", async () => {
    const bytes = statSync(large).size;
    assert.ok(bytes < 1.5e6, `${bytes} bytes`);
    const page = await open(large);
    assert.deepEqual(page.trouble, []);
    assert.equal(await page.locator(".figures b").first().innerText(), "1000");
    const shown = await page.locator(`${kTable} tbody`).count();
    const more = Number((await page.locator("#pairs .none", { hasText: "left out" }).innerText()).match(/^(\d+) more pairs left out/)[1]);
    assert.ok(shown > 100 && more > 0);
    assert.ok(await page.locator(".left tr").count() > 3);
    const pictures = await page.locator("#map image").evaluateAll(async (all) => Promise.all(all.map(async (image) => {
      const picture = new Image();
      picture.src = image.getAttribute("href");
      await picture.decode();
      return [picture.naturalWidth, picture.naturalHeight];
    })));
    const told = Number((await page.locator("#map .lead").innerText()).match(/^(\d+) rows/)[1]);
    assert.equal(told, 2000, "as many rows as there may be");
    const seen = Math.ceil(told / Math.ceil(told / 640));
    assert.deepEqual(pictures, [[seen, seen], [told, told]], "an overview and every row");
    const names = await page.locator(".scroll .matrix th[scope=row]").evaluateAll((all) => all.map((e) => e.getBoundingClientRect()));
    assert.ok(names.length > 5 && names.every((box) => box.width > 100 && box.height < 100), "names of sources keep their words together");
    await close(page);
  });
}
