import { describe, expect, it } from '@jest/globals';

import { notRecorded } from '../../../nodes/shared/run/earlierTry';
import { forModel } from '../../../nodes/shared/tool/forModel';

describe('a remedy for a model', () => {
	it.each([
		[
			notRecorded.description,
			'Before it sends, the node writes a note there, so that nothing is sent twice after a crash.',
		],
		[
			'Look the case up in Kayse, and run this item alone with its ID under Additional Fields. If it is not there, turn on Create Again under Additional Fields for this item.',
			'Look the case up in Kayse.',
		],
		[
			'Done before that: client 412. A further try goes on from there. To go on in a new manual execution, run this item alone with these IDs under Additional Fields.',
			'Done before that: client 412. A further try goes on from there.',
		],
		[
			'Correct the expression or the row, or turn on "Send Text With Missing Values" under Options if the text is correct.',
			'Correct the expression or the row.',
		],
		['Set On Error of this node to Continue: then the row is found.', ''],
		['Enter how many rows you want, or turn on Return All.', 'Enter how many rows you want.'],
	])('does not mention the editor: %s', (remedy, said) => expect(forModel(remedy)).toBe(said));

	it.each([
		'Agent > Get Many lists the right Agent IDs.',
		'Wait until 12:30 p.m. Then call again; the press release is out, or not.',
		'',
	])('is unchanged otherwise: %s', (remedy) => expect(forModel(remedy)).toBe(remedy));
});
