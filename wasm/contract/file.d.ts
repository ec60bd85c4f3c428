/** A file that the bundler copies beside the script; the value is its path relative to it. */
declare const path: string;
export default path;
