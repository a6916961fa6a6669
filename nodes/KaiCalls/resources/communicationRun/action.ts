import type { INodeProperties } from 'n8n-workflow';

import { forGood } from '../../../shared/fields/forGood';
import { idInBody, withBody } from '../../../shared/operations/prepare';
import { narrowing } from '../../../shared/values/reading/kind';
import { workspaceIn } from '../../fields';
import { communicationRunLocator } from '../../locators';
import { routing } from '../../vendor';

/** A run that halts cannot be resumed (docs/vendors/kaicalls.md#communication-runs). */
type Halt = 'Cancel' | 'Pause';

const runTo = (halt: Halt): INodeProperties => forGood(halt, communicationRunLocator);

/** Pauses or cancels a run. Doing it twice has the same effect as once. */
export const halting = (halt: Halt) =>
	routing.patch('/communication-runs', {
		scope: 'communication-runs:write',
		repeatable: true,
		prepare: [(apiRequest) => withBody(apiRequest, { action: halt.toLowerCase() }), idInBody(runTo(halt).name)],
	});

/** The run has a field of its own, see `forGood`. */
export const haltingFields = (halt: Halt): INodeProperties[] => [runTo(halt), narrowing(workspaceIn('body'))];
