namespace GraphQL.Data;

/// <summary>By convention no filter asks for this property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotFilterableAttribute : Attribute;

/// <summary>By convention no order goes by this property.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotSortableAttribute : Attribute;
