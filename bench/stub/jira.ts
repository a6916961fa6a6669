import type { StubVendor } from './api';

const PROJECTS = 40;

/** The projects of Jira, which n8n's own node lists. */
export const jira: StubVendor = ({ path }) =>
	path === '/rest/api/2/project'
		? { body: Array.from({ length: PROJECTS }, (_, index) => ({ id: String(index), name: `Project ${index}` })) }
		: undefined;
