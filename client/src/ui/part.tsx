import { Component, type ComponentType, lazy, type ReactNode, Suspense, useReducer } from 'react';
import { Problem } from './Problem.tsx';

interface BoundaryProps {
  readonly retry: () => void;
  readonly children: ReactNode;
}

/** Only this part failed to load, so only this part says so, and the page with what one has typed stays. */
class PartBoundary extends Component<BoundaryProps, { readonly error: unknown; readonly failed: boolean }> {
  override state = { error: null as unknown, failed: false };

  static getDerivedStateFromError(error: unknown) {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const retry = () => {
      this.props.retry();
      this.setState({ error: null, failed: false });
    };
    return <Problem error={this.state.error} retry={retry} />;
  }
}

/**
 * A component whose code comes when it is first shown. `Placeholder` stands in meanwhile, with the same props and of the
 * same size.
 */
export function makePart<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  Placeholder: ComponentType<Props>,
): (props: Props) => ReactNode {
  // A failed load is remembered by `lazy`: trying again needs a new one.
  let Part = lazy(load);
  return function LoadedPart(props: Props) {
    const [, renderAgain] = useReducer((tries: number) => tries + 1, 0);
    const retry = () => {
      Part = lazy(load);
      renderAgain();
    };
    return (
      <PartBoundary retry={retry}>
        <Suspense fallback={<Placeholder {...props} />}>
          <Part {...props} />
        </Suspense>
      </PartBoundary>
    );
  };
}

export const Nothing = () => null;
