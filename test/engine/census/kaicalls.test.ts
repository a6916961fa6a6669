import { itHoldsAtAllPoints } from './itHolds';

itHoldsAtAllPoints('KaiCalls');
