using GraphQL.Authorization;
using GraphQL.Types;
using Guildhall.Domain.Access;
using Guildhall.Schema.Encounters.Loaders;
using Guildhall.Schema.Errors;
using Guildhall.Storage.CombatLogs;
using Guildhall.Storage.Model;
using Intake = Guildhall.Storage.CombatLogs;

namespace Guildhall.Schema.Encounters.CombatLogs;

/// <summary>Bringing logs.</summary>
[MutationType]
public static class ImportCombatLog
{
    /// <summary>
    /// Reads a log or an archive of logs; atomic and idempotent by content. Waits a while for it to be read, and answers with its state as
    /// it is then. PLAYER.
    /// </summary>
    [Authorize(Roles = [RoleNames.Player, RoleNames.Service, RoleNames.Admin])]
    [Error<Errors.InvalidInputError>]
    [Error<ForbiddenError>]
    [Error<Errors.UnsupportedFormatError>]
    [Error<Errors.SourceRefusedError>]
    [Error<Errors.LimitReachedError>]
    public static async Task<ImportCombatLogPayload> ImportCombatLogAsync(
        ImportCombatLogInput input,
        CombatLogIntake intake,
        CombatLogStore store,
        ImportOptions options,
        TimeProvider clock,
        CombatLogById logs,
        Viewer viewer,
        CancellationToken cancellationToken)
    {
        var begun = clock.GetTimestamp();
        // the schema hides it from others already; the rule also stands where the work is done
        if (!viewer.Is(Role.Player) && !viewer.Is(Role.Service) && !viewer.Is(Role.Admin))
            throw new MutationException(new ForbiddenError("Importing combat logs takes one of the roles PLAYER, SERVICE and ADMIN.", [Role.Player, Role.Service, Role.Admin]));

        var settings = new ImportSettings { Year = input.Year, UtcOffsetMinutes = input.UtcOffsetMinutes, Visibility = input.Visibility };
        var result = input.Source switch
        {
            { Upload: { } upload } => await intake.ImportUploadAsync(viewer, upload.Path, upload.FileName, settings, cancellationToken),
            { Path: { } path } => await intake.ImportPathAsync(viewer, path, settings, cancellationToken),
            _ => throw new InvalidOperationException("Validation lets exactly one source through."),
        };
        if (result.Error is { } error)
            throw new MutationException(ErrorOf(error, input.Source.Upload is null ? "path" : "upload"));

        // Taking a large file in counts towards the wait, so that the request does not run out of time after it was acknowledged.
        await store.WaitAsync(result.LogIds, TimeSpan.FromSeconds(options.WaitSeconds) - clock.GetElapsedTime(begun), cancellationToken);
        var found = await logs.LoadAsync(result.LogIds, cancellationToken);
        return new ImportCombatLogPayload([.. found.OfType<CombatLog>()], result.Created);
    }

    private static UserError ErrorOf(ImportError error, string source) => error switch
    {
        Intake.InvalidInputError invalid => new Errors.InvalidInputError(invalid.Message, [invalid.Field], invalid.Rule),
        Intake.UnsupportedFormatError unsupported => new Errors.UnsupportedFormatError(unsupported.Message, ["source", source], unsupported.Detected),
        Intake.SourceRefusedError refused => new Errors.SourceRefusedError(refused.Message, ["source", source], refused.Source),
        Intake.LimitReachedError limit => new Errors.LimitReachedError(limit.Message, ["source", source], limit.Limit),
        _ => throw new InvalidOperationException($"{error.GetType().Name} has no error in the schema."),
    };
}

/// <summary>What `importCombatLog` takes.</summary>
public sealed record ImportCombatLogInput
{
    /// <summary>Where the log comes from.</summary>
    public required ImportSourceInput Source { get; init; }

    /// <summary>For formats without a year; null: from the file's name or time.</summary>
    public int? Year { get; init; }

    /// <summary>For formats without a zone; null: the server's zone.</summary>
    public int? UtcOffsetMinutes { get; init; }

    /// <summary>Who may read the logs besides their owner.</summary>
    [DefaultValue(Visibility.Private)]
    public Visibility Visibility { get; init; } = Visibility.Private;
}

/// <summary>Where a log comes from: `.txt`, `.gz`, `.zip`.</summary>
[OneOf]
public sealed record ImportSourceInput
{
    /// <summary>A file of a multipart request.</summary>
    public UploadedFile? Upload { get; init; }

    /// <summary>Under a folder that the configuration allows.</summary>
    public string? Path { get; init; }
}

/// <summary>What `importCombatLog` gives back.</summary>
/// <param name="Logs">One per log in the source, those already known included; empty on errors.</param>
/// <param name="Created">How many of them are new.</param>
public sealed record ImportCombatLogPayload(IReadOnlyList<CombatLog> Logs, int Created);
