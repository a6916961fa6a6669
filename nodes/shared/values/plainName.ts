import { withoutInvisible } from './invisible';
import { trimmed } from './reading/nothing';
import { remembered } from './remembered';

/**
 * `First Name`, `first_name` and `firstName` are the same name for a person who prepares a spreadsheet, and so are
 * `Prénom` and `Prenom`.
 */
export const plainName = remembered((name) =>
	name
		.normalize('NFKD')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, ''),
);

/** The intended name: files have a byte order mark before the first column, and people add a blank after a name. */
export const exactName = remembered((name) => trimmed(withoutInvisible(name)));
