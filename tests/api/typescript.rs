//! Just enough of a TypeScript reader to hold a JSON value against a declaration.

use std::collections::BTreeMap;

use serde_json::Value;

/// The declarations of a file, by name.
pub struct Types {
    interfaces: BTreeMap<String, Vec<Field>>,
    aliases: BTreeMap<String, String>,
}

struct Field {
    name: String,
    optional: bool,
    kind: String,
}

impl Types {
    pub fn read(source: &str) -> Self {
        let code = without_comments(source);
        let mut types = Self { interfaces: BTreeMap::new(), aliases: BTreeMap::new() };
        for declaration in code.split("export ").skip(1) {
            if let Some(rest) = declaration.strip_prefix("interface ") {
                let (head, body) = rest.split_once('{').unwrap();
                let name = head.split_whitespace().next().unwrap();
                types.interfaces.insert(name.to_owned(), fields(body.rsplit_once('}').unwrap().0));
            } else {
                let (name, kind) = declaration.strip_prefix("type ").unwrap().split_once('=').unwrap();
                types.aliases.insert(name.trim().to_owned(), kind.trim().trim_end_matches(';').to_owned());
            }
        }
        types
    }

    /// Everything in which a value departs from a type.
    pub fn faults(&self, value: &Value, kind: &str, at: &str) -> Vec<String> {
        let cases: Vec<&str> = kind.split('|').map(str::trim).collect();
        let tried: Vec<Vec<String>> = cases.iter().map(|case| self.departures(value, case, at)).collect();
        tried.into_iter().min_by_key(Vec::len).unwrap_or_default()
    }

    fn departures(&self, value: &Value, kind: &str, at: &str) -> Vec<String> {
        let wrong = || vec![format!("{at}: {value} is no {kind}")];
        let is = |good: bool| if good { Vec::new() } else { wrong() };
        if let Some(element) = kind.strip_suffix("[]") {
            let Some(list) = value.as_array() else { return wrong() };
            return list
                .iter()
                .enumerate()
                .flat_map(|(n, one)| self.faults(one, element, &format!("{at}[{n}]")))
                .collect();
        }
        if let Some(inside) = kind.strip_prefix("Record<string,").and_then(|rest| rest.strip_suffix('>')) {
            let Some(object) = value.as_object() else { return wrong() };
            return object.iter().flat_map(|(key, one)| self.faults(one, inside, &format!("{at}.{key}"))).collect();
        }
        match kind {
            "string" => is(value.is_string()),
            "number" => is(value.is_number()),
            "boolean" => is(value.is_boolean()),
            "null" => is(value.is_null()),
            word if word.starts_with('"') => is(value.as_str() == Some(word.trim_matches('"'))),
            name => match (self.aliases.get(name), self.interfaces.get(name)) {
                (Some(other), _) => self.faults(value, other, at),
                (None, Some(fields)) => self.object(value, fields, at),
                (None, None) => panic!("{name} is not declared"),
            },
        }
    }

    fn object(&self, value: &Value, fields: &[Field], at: &str) -> Vec<String> {
        let Some(object) = value.as_object() else { return vec![format!("{at}: not an object")] };
        let extra = object.keys().filter(|key| !fields.iter().any(|field| field.name == **key));
        let extra = extra.map(|key| format!("{at}.{key} is not declared"));
        let inside = fields.iter().flat_map(|field| match object.get(&field.name) {
            Some(value) => self.faults(value, &field.kind, &format!("{at}.{}", field.name)),
            None if field.optional => Vec::new(),
            None => vec![format!("{at}.{} is missing", field.name)],
        });
        extra.chain(inside).collect()
    }
}

fn fields(body: &str) -> Vec<Field> {
    let lines = body.split(';').map(str::trim).filter(|line| line.contains(':'));
    lines
        .map(|line| {
            let (name, kind) = line.split_once(':').unwrap();
            let (name, optional) = name.strip_suffix('?').map_or((name, false), |name| (name, true));
            Field { name: name.trim().to_owned(), optional, kind: kind.trim().to_owned() }
        })
        .collect()
}

fn without_comments(source: &str) -> String {
    let mut code = String::new();
    let mut rest = source;
    while let Some((before, comment)) = rest.split_once("/**") {
        code += before;
        rest = comment.split_once("*/").unwrap().1;
    }
    code + rest
}
