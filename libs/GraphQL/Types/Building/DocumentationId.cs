using System.Reflection;
using System.Text;

namespace GraphQL.Types;

/// <summary>The ids by which documentation files name members; C# language specification, annex D.4.2, "ID string format".</summary>
internal static class DocumentationId
{
    /// <summary>Such as <c>M:Game.Log.Find(System.String)</c>; of a member of a closed generic type, that of its definition.</summary>
    public static string Of(MemberInfo member)
    {
        var id = new StringBuilder();
        switch (member)
        {
            case Type type:
                AppendName(id.Append("T:"), type);
                break;
            case PropertyInfo property:
                AppendName(id.Append("P:"), property.DeclaringType!).Append('.').Append(property.Name.Replace('.', '#'));
                break;
            case FieldInfo field:
                AppendName(id.Append("F:"), field.DeclaringType!).Append('.').Append(field.Name);
                break;
            case MethodBase method:
                AppendMethod(id.Append("M:"), Definition(method));
                break;
        }

        return id.ToString();
    }

    private static MethodBase Definition(MethodBase method) =>
        method.DeclaringType is { IsGenericType: true, IsGenericTypeDefinition: false } owner
            ? owner.GetGenericTypeDefinition().GetMembers(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static)
                .OfType<MethodBase>().First(item => item.MetadataToken == method.MetadataToken)
            : method;

    private static void AppendMethod(StringBuilder id, MethodBase method)
    {
        AppendName(id, method.DeclaringType!).Append('.').Append(method.Name.Replace('.', '#'));
        if (method.IsGenericMethod)
            id.Append("``").Append(method.GetGenericArguments().Length);
        var parameters = method.GetParameters();
        if (parameters.Length == 0)
            return;
        id.Append('(');
        for (var i = 0; i < parameters.Length; i++)
            AppendType(i == 0 ? id : id.Append(','), parameters[i].ParameterType);
        id.Append(')');
    }

    private static StringBuilder AppendName(StringBuilder id, Type type)
    {
        var definition = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return id.Append((definition.FullName ?? definition.Name).Replace('+', '.'));
    }

    private static void AppendType(StringBuilder id, Type type)
    {
        if (type.IsByRef)
        {
            AppendType(id, type.GetElementType()!);
            id.Append('@');
        }
        else if (type.IsArray)
        {
            AppendType(id, type.GetElementType()!);
            id.Append(type.GetArrayRank() == 1 ? "[]" : $"[{string.Join(',', Enumerable.Repeat("0:", type.GetArrayRank()))}]");
        }
        else if (type.IsGenericParameter)
        {
            id.Append(type.DeclaringMethod is null ? "`" : "``").Append(type.GenericParameterPosition);
        }
        else if (type.IsGenericType)
        {
            AppendGeneric(id, type);
        }
        else
        {
            AppendName(id, type);
        }
    }

    private static void AppendGeneric(StringBuilder id, Type type)
    {
        var name = (type.GetGenericTypeDefinition().FullName ?? type.Name).Replace('+', '.');
        var arguments = new Queue<Type>(type.GetGenericArguments());

        // Outer`1.Inner`2 becomes Outer{A}.Inner{B,C}.
        foreach (var part in name.Split('.').Select(static (text, index) => (Text: text, Index: index)))
        {
            if (part.Index > 0)
                id.Append('.');
            var tick = part.Text.IndexOf('`');
            id.Append(tick < 0 ? part.Text : part.Text[..tick]);
            if (tick < 0)
                continue;
            var count = int.Parse(part.Text[(tick + 1)..]);
            id.Append('{');
            for (var i = 0; i < count; i++)
                AppendType(i == 0 ? id : id.Append(','), arguments.Dequeue());
            id.Append('}');
        }
    }
}
