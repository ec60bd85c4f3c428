/** Starts the lesson of one file: unpacks its script and its core, which are in the page. */

const unpacked = async (id: string): Promise<Response> => {
  const base64 = document.getElementById(id)?.textContent ?? '';
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')));
};

void Promise.all([
  unpacked('script').then((response) => response.text()),
  unpacked('core').then((response) => response.arrayBuffer()),
]).then(([script, core]) => new Function('core', script)(new Uint8Array(core)));
