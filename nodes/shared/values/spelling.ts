import type { Spelling } from '../contract/vendor';

/** `agent_id` for `agentId`. */
export const snakeCase = (name: string): string => name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toLowerCase();

/** A name in camelCase, in another spelling. */
export const spelled = (name: string, spelling: Spelling): string =>
	spelling === 'snake_case' ? snakeCase(name) : name;
