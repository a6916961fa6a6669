import type { INodeProperties } from 'n8n-workflow';

import { contactOptions } from '../../../shared/contacts/fields';
import { contentKey } from '../../../shared/values/contentKey';
import { valueAt } from '../../../shared/values/json';
import { ofKind } from '../../../shared/values/reading/kind';
import { readSafeguard } from '../../../shared/values/reading/option';
import { idField } from '../../input/id';
import { checkOptOuts, respectOptOutsOption } from '../../update/respectOptOuts';
import { explainOptOut } from '../../update/optOuts';
import { idFrom } from '../../values/values';
import { routing } from '../../vendor';
import { stringOf } from '../../../shared/values/text';

/** The recipient of a message, and the case. */
interface Addressee extends Record<string, unknown> {
	case_id: number;
	client_id: number;
	respectsOptOuts: boolean;
}

interface MessageKind {
	/** Name in the path and in the output. */
	channel: 'sms' | 'email';
	/** Parameter names of the texts, by their names in the body. */
	texts: { message: string; subject?: string };
}

const REACHED = { sms: 'text', email: 'email' } as const;

/** Sends one message per item. The same text to the same person about the same case is sent only once in a run. */
export const sendMessage = ({ channel, texts: { message, subject } }: MessageKind) =>
	routing.batch<{ subject?: string; message: string }, Addressee>({
		endpoints: [`POST /cases/communication/${channel}`],
		max: 1,
		lookUp: 'Open the case in Kayse: the messages of the client show whether it was sent.',
		target: (item) => ({
			case_id: idFrom(item.parameter('caseId'), 'Case ID'),
			client_id: idFrom(item.parameter('clientId'), 'Client ID'),
			respectsOptOuts: readSafeguard(item, respectOptOutsOption),
		}),
		destination: ({ case_id, client_id }) => ({ case_id, client_id }),
		row: (item) => ({
			...(subject && { subject: stringOf(item.parameter(subject)) }),
			message: stringOf(item.parameter(message)),
		}),
		contact: channel,
		person: (_, { case_id, client_id }) => ({
			person: `client ${client_id}`,
			channel: REACHED[channel],
			through: `case ${case_id}`,
		}),
		// The target is the recipient.
		reaches: () => null,
		keyOf: contentKey,
		async complete(row, _, { case_id, respectsOptOuts }, api) {
			if (respectsOptOuts) await checkOptOuts(REACHED[channel], case_id, api);
			return row;
		},
		request: ({ case_id, client_id }, [row]) => ({
			request: {
				method: 'POST',
				path: `/cases/communication/${channel}`,
				query: {},
				body: { case_id, client_id, ...row },
			},
			explain: explainOptOut,
			ids: { caseId: String(case_id), clientId: String(client_id) },
		}),
		results({ body }, rows, { case_id, client_id }) {
			const [said, status] = [valueAt(body, 'message'), valueAt(body, 'status')];
			return rows.map(({ message: text, ...row }) => ({
				row: {
					scheduled: channel,
					case_id,
					client_id,
					...row,
					text,
					...(typeof status === 'string' && { status }),
					message: typeof said === 'string' ? said : null,
				},
			}));
		},
	});

/** The fields of both kinds of messages. */
export const addresseeFields: INodeProperties[] = [
	idField('Case ID', 'caseId', '9001'),
	idField('Client ID', 'clientId', '412'),
];

export const messageOptions: INodeProperties[] = [...contactOptions, respectOptOutsOption];

/** The text that the person reads. */
export const messageField: INodeProperties = ofKind('messageTemplate', {
	displayName: 'Message',
	name: 'message',
	type: 'string',
	typeOptions: { rows: 4 },
	default: '',
	required: true,
	placeholder: 'e.g. Your court date has moved to Friday.',
	description: 'May contain template variables of Kayse',
});
