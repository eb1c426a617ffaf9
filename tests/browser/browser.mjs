// Makes reports with the program and opens them in the system's Chromium.

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = path.dirname(fileURLToPath(import.meta.url));
if (!existsSync(path.join(here, "node_modules/playwright-core"))) {
  throw new Error("tests/browser/node_modules is missing: run .ci/setup test");
}
const { chromium } = await import("playwright-core");

const kFlags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

export const root = path.resolve(here, "../..");
export const program = path.resolve(process.argv[2] ?? path.join(root, "build/release/cli/parallax"));
export const folder = mkdtempSync(path.join(tmpdir(), "parallax-browser-"));

let browser = null;

export async function start() {
  browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: kFlags });
}

export async function stop() {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
}

export function sample(name) {
  return path.join(root, "samples", name);
}

/** Writes an input file and returns its path. */
export function input(name, text) {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

/** Runs `parallax compare ARGS --format html` and returns the path of the report. */
export function report(name, ...args) {
  const file = path.join(folder, `${name}.html`);
  execFileSync(program, ["compare", ...args, "--format", "html", "-o", file], { cwd: root });
  return file;
}

/** Runs `parallax batch ARGS --format html` and returns the path of the report. */
export function batch(name, ...args) {
  const file = path.join(folder, `${name}.html`);
  execFileSync(program, ["batch", ...args, "--format", "html", "-o", file], { cwd: root, stdio: "ignore" });
  return file;
}

/**
 * Opens a report. What must not happen is collected in `page.trouble`: requests for anything but
 * the file itself, messages on the console, errors.
 */
export async function open(file, options = {}) {
  const context = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 900 },
    colorScheme: options.scheme ?? "light",
    javaScriptEnabled: options.script ?? true,
    bypassCSP: options.bypassCSP ?? false
  });
  const page = await context.newPage();
  const address = pathToFileURL(file).href;
  page.trouble = [];
  page.on("request", (request) => {
    if (request.url().split("#")[0] !== address) {
      page.trouble.push(`request ${request.url()}`);
    }
  });
  page.on("console", (message) => page.trouble.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => page.trouble.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { page.trouble.push("dialog"); dialog.dismiss(); });
  await page.goto(address);
  return page;
}

export async function close(page) {
  await page.context().close();
}

/** Prints a page on A4 and returns the words of each sheet. */
export async function printed(page, name) {
  const file = path.join(folder, `${name}.pdf`);
  await page.pdf({ path: file, format: "A4" });
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1 << 26 });
  return text.split("\f").slice(0, -1);
}
