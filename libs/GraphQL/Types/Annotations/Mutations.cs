namespace GraphQL.Types;

/// <summary>
/// One of the errors that a mutation answers in the <c>errors</c> field of its payload. An exception type is caught and becomes an object
/// type of its name with <c>Error</c> for <c>Exception</c>; any other class is an object type, thrown through
/// <see cref="MutationException"/> or made from a caught exception by its public static <c>CreateErrorFrom(TException)</c> or a constructor
/// that takes one exception.
/// </summary>
/// <param name="errorType">The class.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public class ErrorAttribute(Type errorType) : Attribute
{
    /// <summary>The class.</summary>
    public Type ErrorType { get; } = errorType;
}

/// <summary>One of the errors that a mutation answers in the <c>errors</c> field of its payload.</summary>
/// <typeparam name="TError">An exception, or the class of an error.</typeparam>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class ErrorAttribute<TError>() : ErrorAttribute(typeof(TError));

/// <summary>
/// Adjusts the mutation convention, which holds for every field of the mutation type: one argument <c>input</c>, and a payload. Parameters
/// that are arguments become fields of <c>{Field}Input</c>, unless the only one is called <c>input</c> and is that input; a return value
/// becomes the field of <c>{Field}Payload</c>, unless its type is that payload; errors make the union <c>{Field}Error</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class)]
public sealed class UseMutationConventionAttribute : Attribute
{
    /// <summary>Leaves arguments and result as they are in C#.</summary>
    public bool Disable { get; set; }

    /// <summary>The name of the input type that is made; null: by convention.</summary>
    public string? InputTypeName { get; set; }

    /// <summary>The name of the payload type that is made; null: by convention.</summary>
    public string? PayloadTypeName { get; set; }

    /// <summary>The name of the field that holds the result; null: the result type's name in camelCase.</summary>
    public string? PayloadFieldName { get; set; }

    /// <summary>The name of the union of errors; null: by convention.</summary>
    public string? PayloadErrorTypeName { get; set; }
}
