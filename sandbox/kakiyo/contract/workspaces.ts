import { z } from 'zod';

const email = z.string().email();

export const createWorkspace = z.object({ name: z.string().min(1) }).strict();
export const inviteClient = z
	.object({ email, roles: z.array(z.string()).default(['member']), redirectUrl: z.string().optional() })
	.strict();
export const removeClient = z.object({ email }).strict();
