import { lookAgainField } from '../../ending/lookAgainField';

export const lookAgainOption = lookAgainField(
	'Wait for the summaries and recordings, up to this time after the last call has ended. Without this option, the workflow continues when all calls have ended, and uses the reports for empty fields.',
);
