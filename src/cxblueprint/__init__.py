"""cxblueprint: experience-design blueprints as code."""
