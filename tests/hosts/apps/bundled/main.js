import 'binary-cross-entropy/graph';

document.querySelector('bce-graph').addEventListener('bce-change', ({ p }) => {
  document.querySelector('#heard').value = `change ${p}`;
});
