import type { Failure } from '../contract/failure';
import { SEND_AGAIN_LABEL } from './nodeOptions';

const goOn = 'It was not sent again. To go on without it, set On Error of this node to Continue and press Retry.';

const remedy = `${goOn} To send it anyway, switch on the option "${SEND_AGAIN_LABEL}".`;

/** For an item that an earlier try performed, but whose result was lost with its process or is in another Retry. */
export const doneBefore = (vendorName: string): Failure => ({
	kind: 'doneBefore',
	message: 'An earlier try of this execution did this; its result is missing',
	description: `The result was lost when n8n ended, or is in the Retry that did it. ${goOn} If you need the result, look up the record in ${vendorName}. To do it once more on purpose, run the workflow again with this item.`,
});

/** For an item that an earlier try was performing when its process ended. */
export const startedBefore = (vendorName: string): Failure => ({
	kind: 'startedBefore',
	message: 'The outcome is unknown: an earlier try of this execution sent this, or was about to, when n8n ended',
	description: `${remedy} Look it up in ${vendorName} first.`,
});

/** For an item that was sent once more because the user wanted it, and that may be done now. */
export const repeatedBefore = (vendorName: string): Failure => ({
	kind: 'startedBefore',
	message: 'The outcome is unknown: this may have been sent, was sent once more, and may have arrived both times',
	description: `${goOn} Look it up in ${vendorName}. To send it anyway, run the workflow again with this item.`,
});

/** For an item that is recognised by its place of origin, not by its effect. */
export const otherBefore = (vendorName: string): Failure => ({
	kind: 'startedBefore',
	message: 'The outcome is unknown: an earlier try of this execution sent this item with other values, or was about to',
	description: `The fields of the node have other values now, such as another time or text. ${remedy} Look it up in ${vendorName} first.`,
});

/** For an item that was not sent because another process of n8n may be sending it now. */
export const underWay: Failure = {
	kind: 'unavailable',
	message: 'Not sent: another try of this execution is under way',
	description:
		'Retry was pressed twice, or n8n has started the execution again. Wait until the other one has ended, then press Retry if anything is missing.',
};

/** For an item that was not sent because another process of n8n may have sent it while this one stood still. */
export const heldUp: Failure = {
	kind: 'unavailable',
	message: 'Not sent: n8n or its database did not respond for too long',
	description:
		'Another try of this execution may have sent it in the meantime. Wait until no other try runs, then press Retry.',
};

/** For an item that was not sent because no record of it could be kept for a further try. */
export const notRecorded: Failure = {
	kind: 'unavailable',
	message: 'Not sent: n8n could not write to its database',
	description:
		'Before it sends, the node writes a note there, so that nothing is sent twice after a crash. See the log of n8n, then press Retry.',
};
