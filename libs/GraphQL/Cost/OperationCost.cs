namespace GraphQL.Cost;

/// <summary>What a request costs, by its document and the values of its variables; of a subscription, each event.</summary>
/// <param name="FieldCost">The work of resolving: weights of fields and their arguments, each as often as it is resolved.</param>
/// <param name="TypeCost">The objects in the response: weights of types, each as often as an object of it is there.</param>
public sealed record OperationCost(double FieldCost, double TypeCost)
{
    /// <summary>No sum grows beyond this, so that nothing overflows.</summary>
    internal const double Most = 1e15;

    /// <summary>As <c>extensions.operationCost</c> has it.</summary>
    internal KeyValuePair<string, object?>[] ToExtension() => [new("fieldCost", Number(FieldCost)), new("typeCost", Number(TypeCost))];

    /// <summary>Whole numbers without a decimal point, which is what they nearly always are.</summary>
    internal static object Number(double cost) => cost == Math.Floor(cost) ? (object)(long)cost : cost;
}
