import { Component, type ReactNode } from 'react';
import { ProblemPage } from './ProblemPage.tsx';

interface State {
  readonly error: unknown;
  readonly failed: boolean;
}

/** Shows a page that has crashed, or whose part could not be loaded, as a problem instead of nothing. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null, failed: false };

  static getDerivedStateFromError(error: unknown): State {
    return { error, failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return <ProblemPage error={this.state.error} retry={() => window.location.reload()} />;
  }
}
