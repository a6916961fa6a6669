import { NodeConnectionTypes, type INodeType, type INodeTypeDescription } from 'n8n-workflow';

import { includeQuotaOption } from '../shared/fields/options';
import { nodeFields } from '../shared/fields/node';
import { customOperationsOf, operationByExpression } from '../shared/engine/operationByExpression';
import { credentialTest } from './methods/credentialTest';
import { listSearch } from './lists';
import { clearableFields, resourceMapping } from './methods/resourceMapping';
import { call } from './resources/call';
import { campaign } from './resources/campaign';
import { legalCase } from './resources/case';
import { caseList } from './resources/caseList';
import { client } from './resources/client';
import { lead } from './resources/lead';
import { metadata } from './resources/metadata';
import { kayse } from './vendor';

/** Resources for daily work come first, those for developers last. */
const fields = nodeFields([lead, client, legalCase, call, campaign, caseList, metadata], client, [includeQuotaOption]);

export class Kayse implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Kayse',
		name: 'kayse',
		icon: { light: 'file:../../icons/kayse.svg', dark: 'file:../../icons/kayse.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Sync clients and cases of a law firm, start AI calls, text messages and emails',
		defaults: { name: 'Kayse' },
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		usableAsTool: true,
		credentials: [{ name: 'kayseOutreachApi', required: true, testedBy: 'kayseKeyTest' }],
		requestDefaults: { baseURL: 'https://api.kayse.com/v1' },
		requestOperations: operationByExpression(kayse, fields),
		properties: [...fields],
	};

	customOperations = customOperationsOf(kayse, fields);

	methods = { credentialTest, listSearch, loadOptions: clearableFields, resourceMapping };
}
