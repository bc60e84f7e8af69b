// Loaded into Azurite before its own code. The host holds the other end of standard input: when that closes, because the
// host asked for a stop or because it died in whatever way, Azurite writes its rows to disk and ends.
"use strict";

const emit = process.emit;

// A Ctrl+C in the terminal reaches the whole process group; the host still has work to finish and stops us afterwards.
process.emit = function (name, ...rest) {
  return name === "SIGINT" || name === "SIGHUP" ? true : emit.call(process, name, ...rest);
};
process.on("SIGINT", () => {});
process.on("SIGHUP", () => {});

let stopping = false;
function stop() {
  if (!stopping) {
    stopping = true;
    setTimeout(() => process.exit(1), 10_000).unref();
    // Before Azurite listens to the signal nobody would hear it, and there is nothing to save.
    if (!process.emit("SIGTERM", "SIGTERM")) {
      process.exit(0);
    }
  }
}

// Nobody may be left to read our last words.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});

process.stdin.on("end", stop).on("close", stop).on("error", stop).resume();

// Azurite keeps tables, names of blobs and places of bytes in databases of lokijs, each written whole every few seconds by
// itself. A kill between two of them would leave rows that name blobs which are not there: what a database refers to is
// written before it, and all of it is flushed to disk.
const { basename, dirname, join } = require("node:path");
const { open, rename, unlink } = require("node:fs/promises");
const { setTimeout: sleep } = require("node:timers/promises");
const Module = require("node:module");

const refersTo = {
  "__azurite_db_table__.json": "__azurite_db_blob__.json",
  "__azurite_db_blob__.json": "__azurite_db_blob_extent__.json",
  "__azurite_db_queue__.json": "__azurite_db_queue_extent__.json",
};
const databases = {};

async function flushFolder(path) {
  try {
    const folder = await open(path, "r");
    await folder.sync().finally(() => folder.close());
  } catch {
    // Windows journals names by itself, and a folder may not be there yet.
  }
}

function save(database) {
  return new Promise((done, failed) => database.saveDatabase((fault) => (fault ? failed(fault) : done())));
}

async function tryWrite(path, text) {
  try {
    const file = await open(path, "w");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    return true;
  } catch {
    await unlink(path).catch(() => {});
    return false;
  }
}

async function write(path, text) {
  const first = databases[refersTo[basename(path)]];
  if (first && (first.throttledSavePending || first.autosaveDirty())) {
    await save(first);
  }
  await flushFolder(join(dirname(path), "__blobstorage__"));
  // The disk may be full: what is in memory waits until there is room.
  while (!(await tryWrite(path + "~", text))) {
    await sleep(1000);
  }
  await rename(path + "~", path);
  await flushFolder(dirname(path));
}

const load = Module._load;
Module._load = function (request, ...rest) {
  const loaded = load.call(this, request, ...rest);
  if (request === "lokijs" && !loaded.prototype.isOrdered) {
    const { configureOptions } = loaded.prototype;
    loaded.prototype.isOrdered = true;
    // Every database passes here; Azurite loads none that has no file yet.
    loaded.prototype.configureOptions = function (...given) {
      configureOptions.apply(this, given);
      if (this.persistenceMethod === "fs") {
        databases[basename(this.filename)] = this;
        this.persistenceAdapter.saveDatabase = (path, text, done) => write(path, text).then(() => done(), done);
      }
    };
  }
  return loaded;
};
