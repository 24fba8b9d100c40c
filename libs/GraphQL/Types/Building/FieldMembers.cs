namespace GraphQL.Types;

/// <summary>Members that become the fields of one type, by name, in the order in which the names first came up.</summary>
internal sealed class FieldMembers
{
    private readonly List<(string Name, FieldMember Member)> _members = [];

    public IReadOnlyList<(string Name, FieldMember Member)> All => _members;

    public bool Contains(string name) => IndexOf(name) >= 0;

    /// <summary>Adds a field, or replaces the one of that name in its place.</summary>
    public void Add(string name, FieldMember member)
    {
        var index = IndexOf(name);
        if (index < 0)
            _members.Add((name, member));
        else
            _members[index] = (name, member);
    }

    public void AddMissing(string name, FieldMember member)
    {
        if (!Contains(name))
            _members.Add((name, member));
    }

    /// <summary>Takes out the objects' own member of that C# name; false when there is none.</summary>
    public bool RemoveMember(string memberName) =>
        _members.RemoveAll(item => item.Member.IsOwn && item.Member.Member.Name == memberName) > 0;

    public void MoveFirst(string name)
    {
        var index = IndexOf(name);
        if (index <= 0)
            return;
        var member = _members[index];
        _members.RemoveAt(index);
        _members.Insert(0, member);
    }

    private int IndexOf(string name) => _members.FindIndex(item => item.Name == name);
}
