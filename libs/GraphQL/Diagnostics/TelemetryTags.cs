namespace GraphQL.Diagnostics;

/// <summary>Names of tags, of spans and of measurements.</summary>
internal static class TelemetryTags
{
    public const string CacheResult = "graphql.document.cache.result";
    public const string Document = "graphql.document";
    public const string DocumentHash = "graphql.document.hash";
    public const string DocumentId = "graphql.document.id";
    public const string ErrorCodes = "graphql.error.codes";
    public const string ErrorCount = "graphql.error.count";
    public const string ErrorType = "error.type";
    public const string FieldCoordinate = "graphql.field.schema_coordinate";
    public const string FieldCost = "graphql.operation.fieldCost";
    public const string FieldPath = "graphql.field.path";
    public const string LoaderBatchSize = "graphql.dataloader.batch.size";
    public const string LoaderName = "graphql.dataloader.name";
    public const string OperationName = "graphql.operation.name";
    public const string OperationType = "graphql.operation.type";
    public const string Outcome = "graphql.request.outcome";
    public const string ProcessingType = "graphql.processing.type";
    public const string SubscriptionField = "graphql.subscription.field";
    public const string TypeCost = "graphql.operation.typeCost";

    /// <summary>The value of <see cref="ErrorType"/> without a code, and for codes beyond the number that is told apart.</summary>
    public const string OtherError = "_OTHER";
}
