// What went wrong and what to do, said aloud by a screen reader.
export function Trouble({ error, retry }: { error: Error; retry?: () => unknown }) {
  return (
    <div role="alert" className="trouble">
      <p>
        <strong>That did not work.</strong> {error.message}
      </p>
      {retry ? (
        <button type="button" onClick={() => retry()}>
          Try again
        </button>
      ) : null}
    </div>
  );
}
