using System.Reflection;

namespace GraphQL.Types;

/// <summary>Where a member stands to the objects whose field it is.</summary>
/// <param name="Member">A property or method.</param>
/// <param name="ParentType">The class of the objects; null on root types.</param>
/// <param name="IsOwn">True when it is the objects' own member, false for one of a class that holds resolvers.</param>
internal sealed record FieldMember(MemberInfo Member, Type? ParentType, bool IsOwn);

public sealed partial class TypeRegistry
{
    /// <summary>Gives a type the fields of its class, of the interfaces that it implements, and of what extends them.</summary>
    private void Fill(ComplexType type, Type clrType)
    {
        var members = new FieldMembers();
        foreach (var member in ClrMembers.Of(clrType, _catalog.HasMethodFields(clrType)))
            members.Add(NamingConventions.Field(member), new FieldMember(member, clrType, IsOwn: true));
        if (typeof(Exception).IsAssignableFrom(clrType))
            members.Add("message", new FieldMember(typeof(Exception).GetProperty(nameof(Exception.Message))!, clrType, IsOwn: true));
        foreach (var @interface in _catalog.InterfacesOf(clrType).Where(static item => item.IsInterface).Reverse())
        {
            // What the class implements explicitly, or leaves to the interface.
            foreach (var member in ClrMembers.Of(@interface, methods: true))
                members.AddMissing(NamingConventions.Field(member), new FieldMember(member, clrType, IsOwn: true));
        }

        foreach (var extension in _catalog.ExtensionsOf(clrType, type.Name))
            Extend(members, extension, clrType);
        if (_nodes.IsNode(clrType))
            members.MoveFirst("id");
        SetFields(type, members, clrType);
    }

    /// <summary>A root type of several classes; null when there is none.</summary>
    private ObjectType? Root(string name, IReadOnlyList<Type> classes)
    {
        if (classes.Count == 0)
            return null;
        var root = new ObjectType
        {
            Name = name,
            Description = classes.Select(static item => item.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description).FirstOrDefault(static text => text is not null),
        };
        _byName.Add(name, root);
        _incomplete.Enqueue(() =>
        {
            var members = new FieldMembers();
            foreach (var holder in classes.OrderBy(static item => item.Name, StringComparer.Ordinal))
                AddAll(members, holder, parentType: null, name);
            foreach (var extension in _catalog.ExtensionsOf(typeof(void), name))
                Extend(members, extension, parentType: null);
            SetFields(root, members, parentType: null);
        });
        return root;
    }

    private void Extend(FieldMembers members, TypeExtension extension, Type? parentType)
    {
        _usedExtensions.Add(extension);
        foreach (var ignored in extension.Ignored)
        {
            if (!members.RemoveMember(ignored))
                Report($"{TypeText.Of(extension.Class)}: IgnoreProperties names {ignored}, which {parentType?.Name ?? extension.TypeName} does not have; take it out.");
        }

        AddAll(members, extension.Class, parentType, extension.TypeName ?? "");
    }

    private void AddAll(FieldMembers members, Type holder, Type? parentType, string rootName)
    {
        var added = new HashSet<string>();
        foreach (var member in ClrMembers.OfResolvers(holder))
        {
            if (_notFields.Contains(member))
                continue;
            var name = rootName == SubscriptionName && member is MethodInfo method
                ? NamingConventions.SubscriptionField(method)
                : NamingConventions.Field(member);
            var bound = member.GetCustomAttribute<BindMemberAttribute>();
            if (bound is not null && !members.RemoveMember(bound.Name))
                Report($"{TypeText.Of(member)}: [BindMember] names {bound.Name}, which {parentType?.Name ?? rootName} does not have; correct the name.");
            if (!added.Add(name) || (parentType is null && members.Contains(name)))
                Report($"{TypeText.Of(member)}: there is a field {name} already; rename one, or tell them apart by [GraphQLName].");
            members.Add(name, new FieldMember(member, parentType, IsOwn: false));
        }
    }

    private void SetFields(ComplexType type, FieldMembers members, Type? parentType)
    {
        var fields = new List<OutputField>();
        if (type.Name == QueryName)
            fields.AddRange(NodeFields());
        foreach (var (name, member) in members.All)
            Try(member.Member, () => fields.Add(CreateField(type, name, member)));
        type.Fields = [.. fields];
        if (members.All.Count == 0 && fields.Count == 0)
            Report($"{(parentType is null ? type.Name : TypeText.Of(parentType))}: a type needs at least one field; add a public property or method.");
    }
}
