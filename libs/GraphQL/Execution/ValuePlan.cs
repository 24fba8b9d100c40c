using GraphQL.Types;

namespace GraphQL.Execution;

/// <summary>How a value is written.</summary>
internal enum ValueKind
{
    Scalar,
    Enum,
    Object,
    Abstract,
    List,
}

/// <summary>The shape of a field's or element's value: its type, unwrapped once and for all.</summary>
internal sealed class ValuePlan
{
    public ValuePlan(SchemaType type)
    {
        IsNonNull = type is NonNullType;
        Type = type;
        switch (type.NullableType)
        {
            case ScalarType scalar:
                (Kind, Scalar) = (ValueKind.Scalar, scalar);
                break;
            case EnumType @enum:
                (Kind, Enum, EnumNames) = (ValueKind.Enum, @enum, Execution.EnumNames.Of(@enum));
                break;
            case ObjectType @object:
                (Kind, Object) = (ValueKind.Object, @object);
                break;
            case ListType list:
                (Kind, Element) = (ValueKind.List, new ValuePlan(list.ElementType));
                break;
            default:
                (Kind, Abstract) = (ValueKind.Abstract, type.Named);
                break;
        }
    }

    public SchemaType Type { get; }

    public ValueKind Kind { get; }

    public bool IsNonNull { get; }

    public ScalarType? Scalar { get; }

    public EnumType? Enum { get; }

    public Dictionary<object, byte[]>? EnumNames { get; }

    public ObjectType? Object { get; }

    public NamedType? Abstract { get; }

    public ValuePlan? Element { get; }
}
