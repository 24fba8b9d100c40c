using GraphQL.Types;
using Guildhall.Storage.Model;

namespace Guildhall.Schema.Encounters;

/// <summary>Combat in Torghast, battlegrounds, delves, dungeons without a key, or the open world.</summary>
[ObjectType<OtherEncounter>]
public static class OtherEncounterType;
