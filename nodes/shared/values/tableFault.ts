const SEPARATED = /[;\t|]/;

/** The names of SheetJS and csv-parse for columns without a name, and signs of a line with notes instead of names. */
const NO_HEADER = /^$|^__EMPTY|^_\d+$|:\s*$|.{80}/s;

const NUMBERED = /^(?:column|col|field)?[ _-]?\d+$/i;

/**
 * Why a table has none of the wanted columns, as far as their names show it.
 * @returns '' when they do not
 */
export function likelyCause(names: readonly string[]): string {
	if (names.some((name) => SEPARATED.test(name))) {
		return 'The columns seem to be separated by semicolons, tabs or bars instead of commas: set the option "Delimiter" where the file is read (Extract From File).';
	}
	if (names.length > 0 && names.every((name) => NUMBERED.test(name))) {
		return 'The file seems to be read without its header: switch the option "Header Row" on where the file is read (Extract From File).';
	}
	if (names.some((name) => NO_HEADER.test(name))) {
		return 'The file seems to have lines above the header, as LinkedIn’s Connections.csv has: delete them, or set the option "Starting Line" where the file is read (Extract From File).';
	}
	return '';
}
