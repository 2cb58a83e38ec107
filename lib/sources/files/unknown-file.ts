import { headText, refuseUtf16 } from './encoding.ts';
import { ImportError, type OpenFile } from './file-source.ts';

// How files of other kinds begin.
const LOOKS: readonly [start: string, what: string][] = [
  ['%PDF', 'a PDF'],
  ['\u0089PNG', 'a picture'],
  ['GIF8', 'a picture'],
  ['\u00ff\u00d8\u00ff', 'a picture'],
  ['RIFF', 'a picture or a film'],
  ['\u001f\u008b', 'a gzip archive'],
  ['Rar!', 'an archive'],
  ['7z\u00bc\u00af', 'an archive'],
  ['PK', 'a zip'],
  ['\u00d0\u00cf\u0011\u00e0', 'an old Excel or Word file'],
  ['<!doctype html', 'a web page'],
  ['<html', 'a web page'],
];

/** Says in the user's words what a file is that no source reads, and what can be imported instead. */
export function describeUnknown(file: OpenFile, labels: readonly string[]): ImportError {
  if (file.blob.size === 0) {
    return new ImportError(`${file.name} is empty. Choose another copy of it. Nothing was imported.`);
  }
  if (/\.json$/i.test(file.name)) {
    try {
      refuseUtf16(file);
    } catch (error) {
      if (error instanceof ImportError) return error;
      throw error;
    }
    if (!/^\s*[{[]/.test(headText(file))) {
      return new ImportError('This file is no JSON. Choose a file that "Export JSON" wrote.');
    }
  }
  const bytes = new TextDecoder('latin1').decode(file.head.subarray(0, 64));
  const look = LOOKS.find(([start]) => bytes.toLowerCase().startsWith(start.toLowerCase()))?.[1];
  const kinds = [...new Set(labels)].join(', ');
  return new ImportError(
    `${file.name} ${look ? `looks like ${look} and ` : ''}is no file that OrderLens can import. These are: ${kinds}. Nothing was imported.`,
  );
}
