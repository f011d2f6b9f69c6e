import type { Highs } from 'highs';
import type { MixedIntegerAnswer, MixedIntegerModel, MixedIntegerSolver } from './problem.ts';

/** HiGHS as the exact solver. Loading its three megabytes of WebAssembly is the caller's, when someone asks for it. */
export function highsSolver(highs: Highs): MixedIntegerSolver {
  return (model, seconds) =>
    highs.withModel(
      {
        numCols: model.cost.length,
        numRows: model.rowLower.length,
        sense: senseCode(highs, model),
        colCost: model.cost,
        colLower: model.lower,
        colUpper: model.upper,
        rowLower: model.rowLower,
        rowUpper: model.rowUpper,
        matrix: {
          format: 'csr',
          numRows: model.rowLower.length,
          numCols: model.cost.length,
          starts: model.rowStart,
          indices: model.column,
          values: model.value,
        },
        integrality: Int32Array.from(model.integer),
      },
      (solver) => {
        solver.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 0, time_limit: seconds });
        solver.run();
        return answerOf(highs, model, solver);
      },
    );
}

type Solver = ReturnType<Highs['createModel']>;

function senseCode({ constants }: Highs, { sense }: MixedIntegerModel) {
  return sense === 'maximize' ? constants.objectiveSense.maximize : constants.objectiveSense.minimize;
}

function answerOf({ constants }: Highs, model: MixedIntegerModel, solver: Solver): MixedIntegerAnswer {
  const status = solver.getModelStatus();
  const nothing = model.sense === 'maximize' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  if (status === constants.modelStatus.infeasible) return { status: 'infeasible', bound: nothing };
  const found = Number(solver.info.get('primal_solution_status')) === constants.solutionStatus.feasible;
  const columns = found ? Float64Array.from(solver.getSolution().colValue) : undefined;
  if (status === constants.modelStatus.optimal) {
    return { status: 'optimal', columns, bound: solver.getObjectiveValue() };
  }
  const bound = Number(solver.info.get('mip_dual_bound'));
  return { status: 'stopped', columns, bound: Number.isFinite(bound) ? bound : -nothing };
}
