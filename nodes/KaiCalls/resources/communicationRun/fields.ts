import type { INodeProperties } from 'n8n-workflow';
import { jsonObject, readJson } from '../../../shared/operations/readers';
import { emptyField } from '../../../shared/contract/failure';
import { ofKind } from '../../../shared/values/reading/kind';
import type { Prepare } from '../../../shared/operations/single';

/** No document shows the schema of a run, so it is entered as a whole. */
export const runField: INodeProperties = ofKind('messageJson', {
	displayName: 'Run',
	name: 'run',
	type: 'json',
	typeOptions: { rows: 8 },
	required: true,
	default: '{}',
	description: 'The whole run as a JSON object, as KaiCalls describes it in its OpenAPI document',
});

/** The run in the field as the body. */
export const runInBody: Prepare = (apiRequest, item) => {
	const body = readJson(item.parameter('run', ''), 'Run', jsonObject('{ "business_id": "…" }'));
	if (Object.keys(body).length === 0) throw emptyField('Run');
	return { ...apiRequest, request: { ...apiRequest.request, body } };
};
