using System.Diagnostics.Metrics;
using GraphQL.Authorization;
using GraphQL.Cost;
using GraphQL.Diagnostics;
using GraphQL.Language;
using GraphQL.Subscriptions;
using GraphQL.Validation;

namespace GraphQL.Execution;

/// <summary>Bounds and behaviour of a <see cref="RequestExecutor"/>; every bound is finite unless the host says otherwise.</summary>
public sealed record RequestExecutorOptions
{
    /// <summary>The time a request, or one event of a subscription, may take.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a stopped request waits for its resolvers to end before it leaves them behind.</summary>
    public TimeSpan CancellationGracePeriod { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Length of the data of a response.</summary>
    public long MaxResponseBytes { get; init; } = 32 << 20;

    /// <summary>Errors in a response; those beyond are counted.</summary>
    public int MaxErrors { get; init; } = 100;

    /// <summary>
    /// Deferred fragments and streamed lists that a response may have outstanding at once, each place counted.
    /// </summary>
    public int MaxDeferredParts { get; init; } = 5_000;

    /// <summary>What becomes of fields that fail, for requests that do not say so themselves by <c>onError</c>.</summary>
    public ErrorBehavior DefaultErrorBehavior { get; init; } = ErrorBehavior.Propagate;

    /// <summary>Documents that are kept parsed, validated and planned.</summary>
    public int DocumentCacheSize { get; init; } = 256;

    /// <summary>What they may take together, in bytes of memory, by an estimate from their length.</summary>
    public long DocumentCacheBytes { get; init; } = 64 << 20;

    /// <summary>
    /// Whether <c>__schema</c> and <c>__type</c> may be asked for, unless a request says otherwise. Hosts that hide their schema turn off
    /// <see cref="ValidationOptions.Suggestions"/> as well.
    /// </summary>
    public bool AllowIntrospection { get; init; } = true;

    /// <summary>How deep fields may nest.</summary>
    public int MaxDepth { get; init; } = 32;

    /// <summary>Fields that an operation may select, fragments expanded.</summary>
    public int MaxFields { get; init; } = 5_000;

    /// <summary>Aliases that an operation may have, fragments expanded.</summary>
    public int MaxAliases { get; init; } = 500;

    /// <summary>Directives that an operation may have, fragments expanded.</summary>
    public int MaxDirectives { get; init; } = 500;

    /// <summary>How often the same list of objects may be nested within itself.</summary>
    public int MaxListRecursion { get; init; } = 4;

    /// <summary>Values in the variables of a request: elements of lists and fields of input objects.</summary>
    public int MaxInputValues { get; init; } = 20_000;

    /// <summary>How deep lists and input objects may nest in a variable.</summary>
    public int MaxInputDepth { get; init; } = 32;

    /// <summary>What requests may cost.</summary>
    public CostOptions Cost
    {
        get => CostRules.Options;
        init => CostRules = new CostRules(value);
    }

    internal CostRules CostRules { get; private init; } = new(CostOptions.Default);

    /// <summary>Asynchronous resolvers of one request that may be under way at once; the others wait for their turn.</summary>
    public int MaxConcurrentResolvers { get; init; } = 1_024;

    /// <summary>Bounds of the document's text.</summary>
    public ParserOptions Parser { get; init; } = ParserOptions.Default;

    /// <summary>Bounds of validation.</summary>
    public ValidationOptions Validation { get; init; } = ValidationOptions.Default;

    /// <summary>Answers the policies that the schema asks for; null when it asks for none.</summary>
    public IPolicyEvaluator? Policies { get; init; }

    /// <summary>
    /// Where subscriptions are bounded, counted and ended; executors of several views have the same. Null: one of its own, with the
    /// defaults, where nothing is shared.
    /// </summary>
    public ActiveSubscriptions? Subscriptions { get; init; }

    /// <summary>True to send the text of unexpected exceptions to clients: for development only.</summary>
    public bool IncludeExceptionDetail { get; init; }

    /// <summary>Told of every exception whose text clients do not see; it must not throw.</summary>
    public Action<GraphQLError>? OnUnexpectedException { get; init; }

    /// <summary>What spans tell.</summary>
    public DiagnosticOptions Diagnostics { get; init; } = DiagnosticOptions.Default;

    /// <summary>
    /// Makes the meter, so that it ends with the host; null: one for the whole process, without what is read from caches and subscriptions.
    /// </summary>
    public IMeterFactory? MeterFactory { get; init; }

    internal ExecutionInstruments? Instruments { get; init; }

    /// <summary>The clock of timeouts.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
