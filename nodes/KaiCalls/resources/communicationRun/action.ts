import type { INodeProperties } from 'n8n-workflow';

import { idInBody, withBody } from '../../../shared/operations/prepare';
import { narrowing } from '../../../shared/values/reading/kind';
import { workspaceIn } from '../../fields';
import { communicationRunLocator } from '../../locators';
import { routing } from '../../vendor';

/** Pauses or cancels a run. Doing it twice has the same effect as once. */
export const halting = (action: 'pause' | 'cancel') =>
	routing.patch('/communication-runs', {
		scope: 'communication-runs:write',
		repeatable: true,
		prepare: [(apiRequest) => withBody(apiRequest, { action }), idInBody('communicationRunId')],
	});

export const haltingFields: INodeProperties[] = [communicationRunLocator, narrowing(workspaceIn('body'))];
