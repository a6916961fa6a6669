import type { INodeProperties } from 'n8n-workflow';
import { jsonObject, readJson } from '../../../shared/operations/readers';
import { emptyField } from '../../../shared/contract/failure';
import { ofKind } from '../../../shared/values/reading/kind';
import { withBody } from '../../../shared/operations/prepare';
import type { Prepare } from '../../../shared/operations/single';
import { textField, workspaceIn } from '../../fields';

const RUN_LABEL = 'People and Messages (JSON)';

/** The two documented members of a run. No document names members for the people and the channel, so the user enters those as JSON. */
export const runFields: INodeProperties[] = [
	textField('body', 'external_ref', {
		displayName: 'Reference',
		name: 'externalRef',
		placeholder: 'e.g. spring-recall',
		description: 'Your own name for the run. Get Many can find it by this name.',
	}),
	workspaceIn('body'),
	ofKind('messageJson', {
		displayName: RUN_LABEL,
		name: 'run',
		type: 'json',
		typeOptions: { rows: 8 },
		required: true,
		default: '{}',
		description: 'The people and messages of the run, as a JSON object',
		hint: 'KaiCalls publishes no format for it: ask its support, and try it with Preview first.',
	}),
];

/** The fields as members of the body; members of the JSON replace them. */
export const runInBody: Prepare = (apiRequest, item) => {
	const run = readJson(item.parameter('run', ''), RUN_LABEL, jsonObject('{ "external_ref": "…" }'));
	if (Object.keys(run).length === 0) throw emptyField(RUN_LABEL);
	return withBody(apiRequest, run);
};
